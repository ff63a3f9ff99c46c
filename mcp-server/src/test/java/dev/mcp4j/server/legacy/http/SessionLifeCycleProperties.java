/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Whatever clients do, in whatever order: a session is there for whom it was begun for, from its
 * handshake until it is ended or nobody has used it for too long, and so are its streams.
 */
class SessionLifeCycleProperties {
  private static final Duration IDLE = Duration.ofMinutes(30);
  private static final Duration HANDSHAKE = Duration.ofMinutes(1);
  private static final String PING = OldClient.request(1, "ping", "{}");

  /** What clients do; the server does not look after sessions by itself here. */
  private enum Deed {
    BEGIN,
    PING,
    WORK,
    LISTEN,
    RESUME,
    DELETE,
    WAIT
  }

  /**
   * A step.
   *
   * @param session which session it is about, counted from the first
   * @param other which session an event is from
   * @param caller who takes it; empty for nobody who was authenticated
   * @param minutes how long to wait
   */
  private record Step(Deed deed, int session, int other, String caller, int minutes) {
    @Nullable String principal() {
      return caller.isEmpty() ? null : caller;
    }
  }

  /** What is true of a session. */
  private static final class Session {
    final String id;
    final @Nullable String owner;
    final List<List<String>> streams = new ArrayList<>();
    Instant end;

    Session(String id, @Nullable String owner, Instant end) {
      this.id = id;
      this.owner = owner;
      this.end = end;
    }

    boolean isThereFor(@Nullable String caller, Instant now) {
      return Objects.equals(owner, caller) && now.isBefore(end);
    }
  }

  /** Time stands still but for the clock that sessions expire by. */
  private static final class Still implements Ticker {
    @Override
    public long now() {
      return 0;
    }

    @Override
    public Registration add(Task task) {
      return () -> {};
    }
  }

  private static final MovableClock CLOCK = new MovableClock();
  private static WorkServer server;

  private HttpEndpoint endpoint;
  private final List<Session> sessions = new ArrayList<>();
  private final Set<String> eventIds = new HashSet<>();

  @BeforeContainer
  static void serve() {
    server = new WorkServer(new Still(), CLOCK);
  }

  @AfterContainer
  static void close() {
    server.close();
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Deed> deeds =
        Arbitraries.frequency(
            Tuple.of(3, Deed.BEGIN),
            Tuple.of(3, Deed.PING),
            Tuple.of(4, Deed.WORK),
            Tuple.of(2, Deed.LISTEN),
            Tuple.of(4, Deed.RESUME),
            Tuple.of(1, Deed.DELETE),
            Tuple.of(2, Deed.WAIT));
    return Combinators.combine(
            deeds,
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 3),
            Arbitraries.of("alice", "alice", "bob", ""),
            Arbitraries.of(1, 15, 30))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(24)
        .map(SessionLifeCycleProperties::begun);
  }

  /** Without a session, most steps come to nothing. */
  private static List<Step> begun(List<Step> steps) {
    List<Step> all = new ArrayList<>();
    all.add(new Step(Deed.BEGIN, 0, 0, "alice", 1));
    all.addAll(steps);
    return all;
  }

  @Property(tries = 150)
  void sessionIsThereForItsOwnerUntilItsEnd(@ForAll("histories") List<Step> history)
      throws Exception {
    endpoint = server.endpoint(LegacyOptions.builder().idle(IDLE).build(), HttpOptions.onPort(0));
    sessions.clear();
    eventIds.clear();
    for (Step step : history) {
      take(step);
    }
    endpoint.drain();
    endpoint.release();
  }

  private void take(Step step) throws Exception {
    switch (step.deed()) {
      case BEGIN -> begin(step);
      case PING -> ping(step);
      case WORK -> work(step);
      case LISTEN -> listen(step);
      case RESUME -> resume(step);
      case DELETE -> delete(step);
      case WAIT -> CLOCK.move(Duration.ofMinutes(step.minutes()));
    }
  }

  private void begin(Step step) throws Exception {
    Exchange opened = served("POST", step, null, OldClient.initialize("2025-11-25"));

    assertThat(opened.status()).isEqualTo(200);
    String id = opened.replyHeader("Mcp-Session-Id");
    assertThat(sessions).extracting(known -> known.id).doesNotContain(id);
    sessions.add(new Session(id, step.principal(), CLOCK.instant().plus(HANDSHAKE)));
  }

  private void ping(Step step) throws Exception {
    boolean there = isUsed(step);

    assertThat(served("POST", step, null, PING).status()).isEqualTo(there ? 200 : 404);
  }

  private void work(Step step) throws Exception {
    boolean there = isUsed(step);
    Exchange called = served("POST", step, null, WorkServer.WORK);

    assertThat(called.status()).isEqualTo(there ? 200 : 404);
    if (there) {
      List<String> ids = List.of(newId(called), newId(called), newId(called));
      session(step).streams.add(ids);
    }
  }

  private void listen(Step step) throws Exception {
    boolean there = isUsed(step);
    Exchange opened = served("GET", step, null, "");

    assertThat(opened.status()).isEqualTo(there ? 200 : 404);
    if (there) {
      newId(opened);
    }
  }

  /** Goes on after the first event of a stream, which may be that of another session. */
  private void resume(Step step) throws Exception {
    Session other = sessions.get(step.other() % sessions.size());
    List<String> stream =
        other.streams.isEmpty()
            ? List.of("unknown")
            : other.streams.get(step.minutes() % other.streams.size());
    boolean there = isUsed(step);
    Exchange opened = served("GET", step, stream.get(0), "");

    assertThat(opened.status()).isEqualTo(there ? 200 : 404);
    if (there && other == session(step) && !other.streams.isEmpty()) {
      assertThat(List.of(id(opened), id(opened))).isEqualTo(stream.subList(1, 3));
    } else if (there) {
      newId(opened);
    }
  }

  private void delete(Step step) throws Exception {
    boolean there = isUsed(step);

    assertThat(served("DELETE", step, null, "").status()).isEqualTo(there ? 204 : 404);
    if (there) {
      session(step).end = Instant.MIN;
    }
  }

  private Session session(Step step) {
    return sessions.get(step.session() % sessions.size());
  }

  /** Whether the session of a step is there for the caller, which the step makes it longer. */
  private boolean isUsed(Step step) {
    Session session = session(step);
    boolean there = session.isThereFor(step.principal(), CLOCK.instant());
    if (there) {
      session.end = CLOCK.instant().plus(IDLE);
    }
    return there;
  }

  private Exchange served(String method, Step step, @Nullable String lastEvent, String body)
      throws Exception {
    Exchange exchange =
        new Exchange(method, step.principal(), body)
            .with("Mcp-Session-Id", step.deed() == Deed.BEGIN ? null : session(step).id)
            .with("Last-Event-ID", lastEvent);
    endpoint.serve(exchange);
    return exchange;
  }

  private String newId(Exchange exchange) throws InterruptedException {
    String id = id(exchange);
    assertThat(eventIds.add(id)).isTrue();
    return id;
  }

  private static String id(Exchange exchange) throws InterruptedException {
    String event = exchange.event();
    assertThat(event).startsWith("id: ");
    return event.substring(4, event.indexOf('\n'));
  }
}
