/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.legacy.EventLog;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.StreamKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link EventLog} must do. Extend it, say how a log is made, and JUnit runs it.
 *
 * <p>A log that is told of changes later than they happen passes too: the tests wait.
 */
@Timeout(60)
public abstract class EventLogContract {
  private static final SessionKey ALICE = new SessionKey("session-a", "alice");
  private static final StreamKey STREAM = new StreamKey(ALICE, "stream-1");

  /** For subclasses. */
  protected EventLogContract() {}

  /**
   * Makes an empty log.
   *
   * @param maxEvents how many events of a stream it keeps; at least those
   * @return the log, used by the test that runs and no other
   */
  protected abstract EventLog newLog(int maxEvents);

  private EventLog newLog() {
    return newLog(1_000);
  }

  private static String append(EventLog log, StreamKey stream, String message) {
    return log.append(stream, message.getBytes(UTF_8));
  }

  private static List<String> texts(EventLog.Page page) {
    return page.events().stream().map(event -> new String(event.message(), UTF_8)).toList();
  }

  private static List<String> all(EventLog log, StreamKey stream, @Nullable String after) {
    return texts(log.read(stream, after, 1_000));
  }

  /** Events are read in the order in which they were appended. */
  @Test
  public void eventsAreReadInOrder() {
    EventLog log = newLog();
    append(log, STREAM, "1");
    append(log, STREAM, "2");
    append(log, STREAM, "3");

    EventLog.Page page = log.read(STREAM, null, 10);
    assertThat(texts(page)).containsExactly("1", "2", "3");
    assertThat(page.last()).isFalse();
    assertThat(page.gap()).isFalse();
  }

  /** Reading goes on after an event the reader has. */
  @Test
  public void readingGoesOnAfterAnEvent() {
    EventLog log = newLog();
    append(log, STREAM, "1");
    String second = append(log, STREAM, "2");
    append(log, STREAM, "3");

    assertThat(all(log, STREAM, second)).containsExactly("3");
  }

  /** A page has no more than was asked for, and the next one begins where it ended. */
  @Test
  public void pagesFollowEachOther() {
    EventLog log = newLog();
    for (int i = 0; i < 5; i++) {
      append(log, STREAM, "" + i);
    }
    EventLog.Page first = log.read(STREAM, null, 2);
    assertThat(texts(first)).containsExactly("0", "1");
    EventLog.Page second = log.read(STREAM, first.events().get(1).id(), 2);
    assertThat(texts(second)).containsExactly("2", "3");
    EventLog.Page third = log.read(STREAM, second.events().get(1).id(), 2);
    assertThat(texts(third)).containsExactly("4");
    EventLog.Page fourth = log.read(STREAM, third.events().get(0).id(), 2);
    assertThat(texts(fourth)).isEmpty();
    assertThat(fourth.gap()).isFalse();
  }

  /** The end of a stream is told with its last event, not before. */
  @Test
  public void endIsToldWithTheLastEvent() {
    EventLog log = newLog();
    String first = append(log, STREAM, "1");
    append(log, STREAM, "2");
    log.end(STREAM);
    log.end(STREAM);

    assertThat(log.read(STREAM, null, 1).last()).isFalse();
    assertThat(log.read(STREAM, first, 1).last()).isTrue();
    assertThat(log.read(STREAM, null, 10).last()).isTrue();
  }

  /** What was written before the end is there afterwards, for a client that comes back late. */
  @Test
  public void streamIsReadAfterItsEnd() {
    EventLog log = newLog();
    String first = append(log, STREAM, "1");
    append(log, STREAM, "2");
    log.end(STREAM);

    assertThat(log.find(first, ALICE)).isEqualTo(STREAM);
    assertThat(all(log, STREAM, first)).containsExactly("2");
  }

  /** Before the first event there is nothing, and nothing is missing. */
  @Test
  public void streamBeforeItsFirstEventIsEmpty() {
    EventLog.Page page = newLog().read(STREAM, null, 10);

    assertThat(page.events()).isEmpty();
    assertThat(page.last()).isFalse();
    assertThat(page.gap()).isFalse();
  }

  /** Ids are unique among all events, of all streams and sessions. */
  @Test
  public void idsAreUniqueAmongAllStreams() {
    EventLog log = newLog();
    Set<String> ids = new HashSet<>();
    for (String session : List.of("session-a", "session-b")) {
      for (String stream : List.of("stream-1", "stream-2")) {
        for (int i = 0; i < 25; i++) {
          ids.add(append(log, new StreamKey(new SessionKey(session, "alice"), stream), "" + i));
        }
      }
    }
    assertThat(ids).hasSize(100).allMatch(id -> id.matches("[!-~]+"));
  }

  /** An event is found by its owner. */
  @Test
  public void eventIsFoundByItsOwner() {
    EventLog log = newLog();
    StreamKey other = new StreamKey(ALICE, "stream-2");
    String first = append(log, STREAM, "1");
    String second = append(log, other, "2");

    assertThat(log.find(first, ALICE)).isEqualTo(STREAM);
    assertThat(log.find(second, ALICE)).isEqualTo(other);
  }

  /** An event is nothing to another session, nor to another principal. */
  @Test
  public void eventIsNothingToAnybodyElse() {
    EventLog log = newLog();
    String id = append(log, STREAM, "1");

    assertThat(log.find(id, new SessionKey("session-a", "bob"))).isNull();
    assertThat(log.find(id, new SessionKey("session-a", null))).isNull();
    assertThat(log.find(id, new SessionKey("session-b", "alice"))).isNull();
    assertThat(log.find("session-a", ALICE)).isNull();
    assertThat(log.find("", ALICE)).isNull();
  }

  /** An event of one stream is no place in another. */
  @Test
  public void eventIsNoPlaceInAnotherStream() {
    EventLog log = newLog();
    StreamKey other = new StreamKey(ALICE, "stream-2");
    append(log, other, "theirs");
    String mine = append(log, STREAM, "mine");

    EventLog.Page page = log.read(other, mine, 10);
    assertThat(page.events()).isEmpty();
    assertThat(page.gap()).isTrue();
  }

  /** Streams of the same id in different sessions, or of different principals, are different. */
  @Test
  public void streamsAreNamedByAllPartsOfTheirKey() {
    EventLog log = newLog();
    StreamKey anonymous = new StreamKey(new SessionKey("session-a", null), "stream-1");
    StreamKey elsewhere = new StreamKey(new SessionKey("session-b", "alice"), "stream-1");
    append(log, STREAM, "1");
    append(log, anonymous, "2");
    append(log, elsewhere, "3");

    assertThat(all(log, STREAM, null)).containsExactly("1");
    assertThat(all(log, anonymous, null)).containsExactly("2");
    assertThat(all(log, elsewhere, null)).containsExactly("3");
  }

  /** The oldest events are forgotten, and whoever needs them learns that something is missing. */
  @Test
  public void forgottenEventsLeaveAGap() {
    EventLog log = newLog(10);
    String first = append(log, STREAM, "first");
    for (int i = 0; i < 10_000 && log.find(first, ALICE) != null; i++) {
      append(log, STREAM, "" + i);
    }
    assertThat(log.find(first, ALICE)).isNull();
    String last = append(log, STREAM, "last");
    append(log, STREAM, "more");

    assertThat(log.read(STREAM, null, 10).gap()).isTrue();
    assertThat(log.read(STREAM, null, 10).events()).isEmpty();
    assertThat(all(log, STREAM, last)).containsExactly("more");
  }

  /** Nothing is left of a session that was deleted; the others keep theirs. */
  @Test
  public void deletedSessionLeavesNothing() {
    EventLog log = newLog();
    StreamKey other = new StreamKey(new SessionKey("session-b", "alice"), "stream-1");
    String mine = append(log, STREAM, "1");
    append(log, new StreamKey(ALICE, "stream-2"), "2");
    String theirs = append(log, other, "3");

    log.delete(ALICE);

    assertThat(log.find(mine, ALICE)).isNull();
    assertThat(log.read(STREAM, mine, 10).gap()).isTrue();
    assertThat(log.find(theirs, other.session())).isEqualTo(other);
  }

  /**
   * Whoever watches a stream hears of every change until it stops watching.
   *
   * @throws InterruptedException if the test is interrupted
   */
  @Test
  public void watcherHearsOfEventsAndOfTheEnd() throws InterruptedException {
    EventLog log = newLog();
    Semaphore heard = new Semaphore(0);
    EventLog.Watch watch = log.watch(STREAM, heard::release);
    append(log, STREAM, "1");
    heard.acquire();
    log.end(STREAM);
    heard.acquire();
    watch.close();
    assertThat(all(log, STREAM, null)).containsExactly("1");
  }

  /**
   * Events that are appended by several threads are all kept, each thread's in its order.
   *
   * @throws InterruptedException if the test is interrupted
   */
  @Test
  public void eventsOfSeveralThreadsAreAllKept() throws InterruptedException {
    EventLog log = newLog();
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      int name = writer;
      threads.add(
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                for (int i = 0; i < 50; i++) {
                  append(log, STREAM, name + ":" + i);
                }
              }));
    }
    threads.forEach(Thread::start);
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    List<String> events = all(log, STREAM, null);
    assertThat(events).hasSize(200);
    for (int writer = 0; writer < 4; writer++) {
      String prefix = writer + ":";
      List<String> own = events.stream().filter(event -> event.startsWith(prefix)).toList();
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        expected.add(prefix + i);
      }
      assertThat(own).isEqualTo(expected);
    }
  }
}
