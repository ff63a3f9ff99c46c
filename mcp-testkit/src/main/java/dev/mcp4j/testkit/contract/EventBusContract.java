/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link EventBus} does. A class of tests says which one. */
@Timeout(60)
public abstract class EventBusContract {
  private static final long PATIENCE_SECONDS = 20;

  private final List<EventBus.Registration> registrations = new ArrayList<>();
  private @Nullable EventBus bus;

  /** For classes of tests. */
  protected EventBusContract() {}

  /**
   * Makes a bus without subscribers.
   *
   * @return the bus
   * @throws Exception if it cannot be made
   */
  protected abstract EventBus newBus() throws Exception;

  /**
   * Lets go of a bus after a test. Does nothing unless overridden.
   *
   * @param bus what {@link #newBus} made
   * @throws Exception if that fails
   */
  protected void close(EventBus bus) throws Exception {}

  @BeforeEach
  void makeBus() throws Exception {
    bus = newBus();
  }

  @AfterEach
  void closeBus() throws Exception {
    registrations.forEach(EventBus.Registration::close);
    close(bus());
  }

  private EventBus bus() {
    if (bus == null) {
      throw new IllegalStateException("there is no bus");
    }
    return bus;
  }

  private BlockingQueue<ServerEvent> subscribe() {
    BlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>();
    registrations.add(bus().subscribe(events::add));
    return events;
  }

  private static ServerEvent updated(int number) {
    return new ServerEvent.ResourceUpdated("test:" + number);
  }

  private static ServerEvent take(BlockingQueue<ServerEvent> events) throws InterruptedException {
    ServerEvent event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("no event came within %d s".formatted(PATIENCE_SECONDS));
    }
    return event;
  }

  @Test
  void eventOfEveryKindIsDelivered() throws InterruptedException {
    BlockingQueue<ServerEvent> events = subscribe();
    List<ServerEvent> published =
        List.of(
            new ServerEvent.ToolsChanged(),
            new ServerEvent.PromptsChanged(),
            new ServerEvent.ResourcesChanged(),
            new ServerEvent.ResourceUpdated("test:\u00e4 \"?#%"));
    published.forEach(bus()::publish);

    Set<ServerEvent> delivered = new HashSet<>();
    while (delivered.size() < published.size()) {
      delivered.add(take(events));
    }
    assertThat(delivered).hasSameElementsAs(published);
  }

  @Test
  void everySubscriberGetsTheEvent() throws InterruptedException {
    BlockingQueue<ServerEvent> one = subscribe();
    BlockingQueue<ServerEvent> other = subscribe();

    bus().publish(updated(1));

    assertThat(take(one)).isEqualTo(updated(1));
    assertThat(take(other)).isEqualTo(updated(1));
  }

  @Test
  void publishingWithoutSubscribersDoesNothing() throws InterruptedException {
    bus().publish(updated(1));

    BlockingQueue<ServerEvent> events = subscribe();
    bus().publish(updated(2));
    assertThat(take(events)).isEqualTo(updated(2));
  }

  @Test
  void closedRegistrationGetsNothingMore() throws InterruptedException {
    BlockingQueue<ServerEvent> closed = new LinkedBlockingQueue<>();
    EventBus.Registration registration = bus().subscribe(closed::add);
    BlockingQueue<ServerEvent> other = subscribe();
    bus().publish(updated(1));
    assertThat(take(closed)).isEqualTo(updated(1));
    assertThat(take(other)).isEqualTo(updated(1));

    registration.close();
    registration.close();
    bus().publish(updated(2));

    assertThat(take(other)).isEqualTo(updated(2));
    assertThat(closed).isEmpty();
  }

  @Test
  void subscriberThatFailsDisturbsNobody() throws InterruptedException {
    registrations.add(
        bus()
            .subscribe(
                event -> {
                  throw new IllegalStateException("a subscriber that fails on purpose");
                }));
    BlockingQueue<ServerEvent> events = subscribe();

    bus().publish(updated(1));
    bus().publish(updated(2));

    assertThat(List.of(take(events), take(events)))
        .containsExactlyInAnyOrder(updated(1), updated(2));
  }

  @Test
  void subscriberMayChangeSubscriptionsWhileItIsCalled() throws InterruptedException {
    BlockingQueue<ServerEvent> late = new LinkedBlockingQueue<>();
    BlockingQueue<EventBus.Registration> added = new LinkedBlockingQueue<>();
    registrations.add(bus().subscribe(event -> added.add(bus().subscribe(late::add))));

    bus().publish(updated(1));
    EventBus.Registration registration = added.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertThat(registration).isNotNull();
    registrations.add(registration);
    bus().publish(updated(2));

    ServerEvent event = take(late);
    while (!event.equals(updated(2))) {
      event = take(late);
    }
  }

  @Test
  void eventsOfManyThreadsAreAllDelivered() throws InterruptedException {
    BlockingQueue<ServerEvent> events = subscribe();
    List<Thread> publishers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int first = i * 100;
      Thread publisher =
          new Thread(
              () -> {
                for (int number = first; number < first + 100; number++) {
                  bus().publish(updated(number));
                }
              });
      publishers.add(publisher);
      publisher.start();
    }
    for (Thread publisher : publishers) {
      publisher.join();
    }

    Set<ServerEvent> delivered = new HashSet<>();
    while (delivered.size() < 400) {
      delivered.add(take(events));
    }
    assertThat(delivered).contains(updated(0), updated(399));
  }
}
