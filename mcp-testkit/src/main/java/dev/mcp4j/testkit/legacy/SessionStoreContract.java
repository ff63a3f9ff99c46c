/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SessionStore} must do. Extend it, say how a store is made and how time passes,
 * and JUnit runs it.
 */
public abstract class SessionStoreContract {
  private static final Duration IDLE = Duration.ofMinutes(30);

  /** For subclasses. */
  protected SessionStoreContract() {}

  /**
   * Makes an empty store.
   *
   * @param max how many sessions it takes
   * @param maxPerPrincipal how many of one principal
   * @return the store, used by the test that runs and no other
   */
  protected abstract SessionStore newStore(int max, int maxPerPrincipal);

  /**
   * Lets time pass for the store that was made last.
   *
   * @param time how much
   */
  protected abstract void pass(Duration time);

  private SessionStore newStore() {
    return newStore(100, 100);
  }

  private static SessionRecord session(String id, @Nullable String principal) {
    return new SessionRecord(
        new SessionKey(id, principal),
        ProtocolVersion.V2025_11_25,
        Implementation.builder("client", "1").title("Client").build(),
        ClientCapabilities.builder().elicitation(ElicitationCapability.FORM_AND_URL).build(),
        LoggingLevel.INFO,
        Set.of("test://a"),
        false);
  }

  /** A session that was created is found, whole. */
  @Test
  public void sessionIsFoundAsItWasCreated() {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice");

    assertThat(store.create(session, IDLE)).isTrue();
    assertThat(store.find(session.key())).isEqualTo(session);
  }

  /** A session without a principal is found too. */
  @Test
  public void anonymousSessionIsFound() {
    SessionStore store = newStore();
    SessionRecord session = session("s", null);

    assertThat(store.create(session, IDLE)).isTrue();
    assertThat(store.find(session.key())).isEqualTo(session);
  }

  /** Whoever knows the id but is somebody else finds nothing, and can do nothing. */
  @Test
  public void sessionIsNothingToAnotherPrincipal() {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice");
    assertThat(store.create(session, IDLE)).isTrue();

    for (String other : new String[] {"bob", "", null}) {
      SessionKey key = new SessionKey("s", other);
      assertThat(store.find(key)).isNull();
      assertThat(store.touch(key, IDLE)).isFalse();
      assertThat(store.update(key, known -> known.withLevel(LoggingLevel.DEBUG))).isFalse();
      assertThat(store.delete(key)).isFalse();
    }
    assertThat(store.find(session.key())).isEqualTo(session);
  }

  /** An id is there once, whoever has it. */
  @Test
  public void idThatIsTakenIsRefused() {
    SessionStore store = newStore();
    assertThat(store.create(session("s", "alice"), IDLE)).isTrue();

    assertThat(store.create(session("s", "alice"), IDLE)).isFalse();
    assertThat(store.create(session("s", "bob"), IDLE)).isFalse();
    assertThat(store.find(new SessionKey("s", "bob"))).isNull();
  }

  /** What is not there is not there. */
  @Test
  public void unknownSessionIsNotFound() {
    SessionStore store = newStore();
    SessionKey key = new SessionKey("nobody", null);

    assertThat(store.find(key)).isNull();
    assertThat(store.touch(key, IDLE)).isFalse();
    assertThat(store.update(key, known -> known)).isFalse();
    assertThat(store.delete(key)).isFalse();
  }

  /** Ids are compared as they are. */
  @Test
  public void idsAreComparedExactly() {
    SessionStore store = newStore();
    assertThat(store.create(session("Ab:c/d", "alice"), IDLE)).isTrue();

    for (String id : List.of("ab:c/d", "Ab:c", "Ab:c/d ", "Ab:c/d/", "alice:Ab:c/d")) {
      assertThat(store.find(new SessionKey(id, "alice"))).as(id).isNull();
    }
  }

  /** A principal and an id cannot be mistaken for another pair that reads the same. */
  @Test
  public void keysAreNoConcatenations() {
    SessionStore store = newStore();
    assertThat(store.create(session("b", "a:"), IDLE)).isTrue();

    assertThat(store.find(new SessionKey(":b", "a"))).isNull();
    assertThat(store.find(new SessionKey("a::b", null))).isNull();
  }

  /** A session that was deleted is gone. */
  @Test
  public void deletedSessionIsGone() {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice");
    assertThat(store.create(session, IDLE)).isTrue();

    assertThat(store.delete(session.key())).isTrue();
    assertThat(store.find(session.key())).isNull();
    assertThat(store.delete(session.key())).isFalse();
  }

  /** A session that nobody touches lives as long as it was given, and no longer. */
  @Test
  public void sessionNobodyTouchesExpires() {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice");
    assertThat(store.create(session, Duration.ofMinutes(10))).isTrue();

    pass(Duration.ofMinutes(9));
    assertThat(store.find(session.key())).isNotNull();
    pass(Duration.ofMinutes(2));
    assertThat(store.find(session.key())).isNull();
    assertThat(store.touch(session.key(), IDLE)).isFalse();
    assertThat(store.update(session.key(), known -> known)).isFalse();
    assertThat(store.delete(session.key())).isFalse();
  }

  /** Only touching keeps a session alive: who looks at it, or changes it, does not use it. */
  @Test
  public void touchGivesASessionNewTime() {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice");
    assertThat(store.create(session, Duration.ofMinutes(1))).isTrue();

    assertThat(store.touch(session.key(), Duration.ofMinutes(10))).isTrue();
    pass(Duration.ofMinutes(9));
    assertThat(store.find(session.key())).isNotNull();
    assertThat(store.update(session.key(), known -> known.withLevel(LoggingLevel.ERROR))).isTrue();
    pass(Duration.ofMinutes(2));
    assertThat(store.find(session.key())).isNull();
  }

  /** A change is there for whoever looks next. */
  @Test
  public void changeIsKept() {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice");
    assertThat(store.create(session, IDLE)).isTrue();

    assertThat(
            store.update(
                session.key(),
                known -> known.withLevel(LoggingLevel.DEBUG).withSubscriptions(Set.of("test://b"))))
        .isTrue();
    assertThat(store.find(session.key()))
        .isEqualTo(session.withLevel(LoggingLevel.DEBUG).withSubscriptions(Set.of("test://b")));
  }

  /** A change that fails changes nothing. */
  @Test
  public void changeThatFailsChangesNothing() {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice");
    assertThat(store.create(session, IDLE)).isTrue();

    assertThatThrownBy(
            () ->
                store.update(
                    session.key(),
                    known -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store.find(session.key())).isEqualTo(session);
  }

  /**
   * No change made at the same time as others is lost.
   *
   * @throws InterruptedException if the test is interrupted
   */
  @Test
  public void changesMadeAtTheSameTimeAreAllKept() throws InterruptedException {
    SessionStore store = newStore();
    SessionRecord session = session("s", "alice").withSubscriptions(Set.of());
    assertThat(store.create(session, IDLE)).isTrue();
    int writers = 4;
    int changes = 25;
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int writer = 0; writer < writers; writer++) {
      int name = writer;
      threads.add(
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                for (int change = 0; change < changes; change++) {
                  String uri = "test://" + name + "/" + change;
                  store.update(session.key(), known -> known.withSubscriptions(with(known, uri)));
                }
              }));
    }
    threads.forEach(Thread::start);
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(store.find(session.key()))
        .isNotNull()
        .extracting(SessionRecord::subscriptions)
        .asInstanceOf(InstanceOfAssertFactories.COLLECTION)
        .hasSize(writers * changes);
  }

  private static Set<String> with(SessionRecord session, String uri) {
    Set<String> uris = new HashSet<>(session.subscriptions());
    uris.add(uri);
    return uris;
  }

  /** A store that is full takes no more, until there is room again. */
  @Test
  public void fullStoreTakesNoMore() {
    SessionStore store = newStore(3, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(store.create(session("s" + i, null), IDLE)).isTrue();
    }
    assertThat(store.create(session("more", null), IDLE)).isFalse();
    assertThat(store.find(new SessionKey("more", null))).isNull();

    assertThat(store.delete(new SessionKey("s1", null))).isTrue();
    assertThat(store.create(session("more", null), IDLE)).isTrue();
  }

  /** Sessions that have expired take no room. */
  @Test
  public void expiredSessionsMakeRoom() {
    SessionStore store = newStore(3, 3);
    for (int i = 0; i < 3; i++) {
      assertThat(store.create(session("s" + i, "alice"), Duration.ofMinutes(1))).isTrue();
    }
    pass(Duration.ofMinutes(2));
    for (int i = 0; i < 3; i++) {
      assertThat(store.create(session("t" + i, "alice"), IDLE)).isTrue();
    }
    assertThat(store.create(session("more", "alice"), IDLE)).isFalse();
  }

  /** A principal cannot take the room of the others. */
  @Test
  public void principalHasAShareOfTheRoom() {
    SessionStore store = newStore(10, 2);
    assertThat(store.create(session("a1", "alice"), IDLE)).isTrue();
    assertThat(store.create(session("a2", "alice"), IDLE)).isTrue();

    assertThat(store.create(session("a3", "alice"), IDLE)).isFalse();
    assertThat(store.create(session("b1", "bob"), IDLE)).isTrue();
    assertThat(store.delete(new SessionKey("a1", "alice"))).isTrue();
    assertThat(store.create(session("a3", "alice"), IDLE)).isTrue();
  }

  /** Clients nobody authenticated are not one principal. */
  @Test
  public void anonymousClientsShareAllTheRoom() {
    SessionStore store = newStore(5, 2);
    for (int i = 0; i < 5; i++) {
      assertThat(store.create(session("s" + i, null), IDLE)).isTrue();
    }
    assertThat(store.create(session("more", null), IDLE)).isFalse();
  }
}
