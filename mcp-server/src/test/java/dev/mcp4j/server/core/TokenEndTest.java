/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.event.InMemoryEventBus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A subscription does not outlive the token that it was opened with. */
class TokenEndTest {
  private static final Instant NOW = Instant.parse("2026-11-26T05:00:00Z");
  private static final ExtensionTopics NO_TOPICS = new ExtensionTopics(List.of(), Runnable::run);

  private final ManualTicker ticker = new ManualTicker();
  private final SubscriptionRouter router =
      new SubscriptionRouter(
          new InMemoryEventBus(),
          ticker,
          (caller, event) -> true,
          16,
          Clock.fixed(NOW, ZoneOffset.UTC));

  private Subscription subscribe(@Nullable Instant end) {
    Caller caller = new Caller("ada", Set.of(), "http", JsonObject.EMPTY, end);
    return router.subscribe(
        new McpRequest<>(
            Methods.LISTEN.name(),
            new SubscriptionsListenRequestParams(
                SubscriptionFilter.builder().toolsListChanged(true).build(), TestValues.META),
            caller,
            null,
            Cancellation.NEVER),
        ServerCapabilities.builder().build(),
        NO_TOPICS);
  }

  /** Counts how often it was ended. */
  private static final class Ends implements Subscription.Sink {
    private int count;

    @Override
    public <P extends NotificationParams> boolean send(NotificationMethod<P> method, P params) {
      return true;
    }

    @Override
    public void complete() {
      count++;
    }
  }

  @Test
  void subscriptionEndsWithItsToken() {
    Ends ends = new Ends();
    subscribe(NOW.plusSeconds(60)).start(ends);

    ticker.advance(Duration.ofSeconds(59));
    assertThat(ends.count).isZero();
    ticker.advance(Duration.ofSeconds(1));
    assertThat(ends.count).isEqualTo(1);
    ticker.advance(Duration.ofSeconds(60));
    assertThat(ends.count).isEqualTo(1);
  }

  @Test
  void tokenMayEndBeforeTheSubscriptionHasStarted() {
    Ends ends = new Ends();
    Subscription subscription = subscribe(NOW.minusSeconds(1));
    ticker.beat();

    subscription.start(ends);

    assertThat(ends.count).isEqualTo(1);
  }

  @Test
  void tokenWithoutEndEndsNothing() {
    Ends ends = new Ends();
    subscribe(null).start(ends);
    subscribe(Instant.MAX).start(ends);

    ticker.advance(Duration.ofDays(10_000));

    assertThat(ends.count).isZero();
  }

  @Property
  void everySubscriptionEndsInItsTimeUnlessItWasClosed(
      @ForAll @Size(max = 20) List<@IntRange(max = 30) Integer> seconds,
      @ForAll @Size(max = 20) List<@IntRange(max = 19) Integer> closed,
      @ForAll @Size(max = 10) List<@IntRange(max = 10) Integer> steps) {
    List<Ends> sinks = new ArrayList<>();
    List<Subscription> subscriptions = new ArrayList<>();
    for (int end : seconds) {
      Subscription subscription = subscribe(NOW.plusSeconds(end));
      Ends ends = new Ends();
      subscription.start(ends);
      subscriptions.add(subscription);
      sinks.add(ends);
    }
    closed.stream()
        .filter(i -> i < subscriptions.size())
        .forEach(i -> subscriptions.get(i).close());
    int passed = 0;
    for (int step : steps) {
      ticker.advance(Duration.ofSeconds(step));
      passed += step;
      for (int i = 0; i < sinks.size(); i++) {
        boolean over = !closed.contains(i) && seconds.get(i) <= passed;
        assertThat(sinks.get(i).count).as("subscription %d", i).isEqualTo(over ? 1 : 0);
      }
    }
  }
}
