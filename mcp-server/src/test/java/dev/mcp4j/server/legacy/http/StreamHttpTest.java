/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.http.OldClient.Event;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class StreamHttpTest {
  private static final String LAST_EVENT_ID = "Last-Event-ID";

  private final MovableClock clock = new MovableClock();
  private final CountDownLatch go = new CountDownLatch(1);
  private final McpServerBuilder builder =
      McpServer.named("old-friend", "2.0")
          .clock(clock)
          .toolsMayChange()
          .resourceUpdates()
          .resource("test://a", it -> it.name("a").text("x"))
          .tool(
              "work",
              tool ->
                  tool.handle(
                      (input, call) -> {
                        call.progress(1);
                        go.await();
                        call.progress(2);
                        return "done";
                      }))
          .tool(
              "slow",
              tool ->
                  tool.handle(
                      (input, call) -> {
                        call.detach(Duration.ofMillis(700));
                        go.await();
                        return "done";
                      }));
  private McpServer server;
  private HttpServerHandle http;

  private URI serve() {
    server = builder.build();
    http = server.serveHttp(OldClient.OPTIONS);
    return http.uri();
  }

  @AfterEach
  void close() {
    go.countDown();
    http.close();
    server.close();
  }

  /** Tells when the next call of a tool has ended. */
  private CountDownLatch endOfCall() {
    CountDownLatch ended = new CountDownLatch(1);
    builder.interceptor(
        (request, chain) -> {
          try {
            return chain.proceed(request);
          } finally {
            if (request.method().equals("tools/call")) {
              ended.countDown();
            }
          }
        });
    return ended;
  }

  private static String work(int id) {
    return OldClient.request(
        id, "tools/call", "{\"name\":\"work\",\"_meta\":{\"progressToken\":\"t\"}}");
  }

  @Test
  void streamOfSessionCarriesWhatNoRequestAskedFor() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    client.post(OldClient.request(1, "resources/subscribe", "{\"uri\":\"test://a\"}"));
    try (Response stream = client.get()) {
      assertThat(stream.isStream()).isTrue();
      Event first = stream.event();
      assertThat(first.id()).isNotEmpty();
      assertThat(first.data()).isEmpty();

      server.resourceUpdated("test://a");
      assertThat(stream.message().get("method").asString())
          .isEqualTo("notifications/resources/updated");
      server.removeTool("slow");
      assertThat(stream.message().get("method").asString())
          .isEqualTo("notifications/tools/list_changed");
    }
  }

  @Test
  void olderRevisionsGetNoEventWithoutData() {
    OldClient client = OldClient.of(serve(), "2025-06-18");
    try (Response stream = client.get()) {
      server.removeTool("slow");
      Event first = stream.event();

      assertThat(first.id()).isNotEmpty();
      assertThat(first.json().get("method").asString())
          .isEqualTo("notifications/tools/list_changed");
    }
  }

  @Test
  void messageGoesToOneStreamOnly() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    try (Response before = client.get();
        Response after = client.get()) {
      server.removeTool("slow");
      assertThat(after.message().get("method").asString())
          .isEqualTo("notifications/tools/list_changed");
      // The stream before ended when the next one began.
      assertThat(before.messages()).isEmpty();
    }
  }

  @Test
  void streamNeedsAClientThatReadsEvents() {
    OldClient client = OldClient.of(serve(), "2025-11-25").with("Accept", "application/json");
    assertThat(client.get().status()).isEqualTo(406);
  }

  @Test
  void clientGoesOnWhereItsConnectionBroke() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    String last;
    try (Response called = client.post(work(1))) {
      assertThat(called.event().data()).isEmpty();
      Event progress = called.event();
      assertThat(progress.json().at("/params/progress").asInt()).isEqualTo(1);
      last = progress.id();
    }
    try (Response resumed = client.with(LAST_EVENT_ID, last).get()) {
      go.countDown();
      assertThat(resumed.message().at("/params/progress").asInt()).isEqualTo(2);
      assertThat(resumed.message().at("/result/content/0/text").asString()).isEqualTo("done");
      assertThat(resumed.event()).isNull();
    }
  }

  @Test
  void resultIsThereAlsoForAClientThatComesBackLate() throws InterruptedException {
    CountDownLatch ended = endOfCall();
    OldClient client = OldClient.of(serve(), "2025-11-25");
    String first;
    try (Response called = client.post(work(1))) {
      first = called.event().id();
    }
    go.countDown();
    ended.await();
    try (Response resumed = client.with(LAST_EVENT_ID, first).get()) {
      assertThat(resumed.message().at("/params/progress").asInt()).isEqualTo(1);
      assertThat(resumed.message().at("/params/progress").asInt()).isEqualTo(2);
      assertThat(resumed.message().get("id").asInt()).isEqualTo(1);
      assertThat(resumed.event()).isNull();
    }
  }

  @Test
  void clientThatMayHangUpIsToldWhenToComeBack() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    String last;
    try (Response called = client.post(OldClient.call(1, "slow"))) {
      Event primed = called.event();
      assertThat(primed.data()).isEmpty();
      last = primed.id();
      assertThat(called.event().retry()).isEqualTo("700");
      assertThat(called.event()).isNull();
    }
    go.countDown();
    try (Response resumed = client.with(LAST_EVENT_ID, last).get()) {
      assertThat(resumed.message().at("/result/content/0/text").asString()).isEqualTo("done");
      assertThat(resumed.event()).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-03-26", "2025-06-18"})
  void clientThatCannotPollKeepsItsConnection(String revision) {
    OldClient client = OldClient.of(serve(), revision);
    go.countDown();
    try (Response called = client.post(OldClient.call(1, "slow"))) {
      assertThat(called.json().at("/result/content/0/text").asString()).isEqualTo("done");
    }
  }

  @Test
  void eventOfAnotherSessionIsNotReplayed() {
    URI uri = serve();
    OldClient alice = OldClient.of(uri, "2025-11-25");
    OldClient bob = OldClient.of(uri, "2025-11-25");
    String first;
    try (Response called = alice.post(work(1))) {
      first = called.event().id();
    }
    go.countDown();
    try (Response fresh = bob.with(LAST_EVENT_ID, first).get()) {
      server.removeTool("slow");
      assertThat(fresh.event().data()).isEmpty();
      assertThat(fresh.message().get("method").asString())
          .isEqualTo("notifications/tools/list_changed");
    }
  }

  @Test
  void eventNobodyKnowsBeginsAFreshStream() {
    OldClient client = OldClient.of(serve(), "2025-11-25").with(LAST_EVENT_ID, "nothing");
    try (Response stream = client.get()) {
      assertThat(stream.status()).isEqualTo(200);
      assertThat(stream.event().data()).isEmpty();
    }
  }

  @Test
  void eventThatWasForgottenIsNotReplayed() throws InterruptedException {
    builder.legacy(
        LegacyOptions.builder().events(new InMemoryEventLog(2, 1 << 20, 1 << 20)).build());
    CountDownLatch ended = endOfCall();
    OldClient client = OldClient.of(serve(), "2025-11-25");
    String first;
    try (Response called = client.post(work(1))) {
      first = called.event().id();
      called.event();
    }
    go.countDown();
    ended.await();
    try (Response stream = client.with(LAST_EVENT_ID, first).get()) {
      server.removeTool("slow");
      assertThat(stream.message().get("method").asString())
          .isEqualTo("notifications/tools/list_changed");
    }
  }

  @Test
  void sessionInUseNeverExpires() throws InterruptedException {
    Semaphore touched = new Semaphore(0);
    Duration idle = Duration.ofMillis(400);
    builder.legacy(
        LegacyOptions.builder()
            .idle(idle)
            .sessions(new Watched(new InMemorySessionStore(10, 10, clock), touched))
            .build());
    OldClient client = OldClient.of(serve(), "2025-11-25");
    try (Response stream = client.get()) {
      assertThat(stream.event().data()).isEmpty();
      touched.drainPermits();
      for (int i = 0; i < 5; i++) {
        // Only the open stream keeps the session alive meanwhile.
        touched.acquire();
        clock.move(idle.minusMillis(1));
      }
      touched.acquire();
      assertThat(client.post(OldClient.request(1, "ping", "{}")).status()).isEqualTo(200);
    }
  }

  @Test
  void sessionThatEndsEndsItsStreams() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    try (Response stream = client.get()) {
      assertThat(stream.event().data()).isEmpty();
      assertThat(client.delete().status()).isEqualTo(204);

      assertThat(stream.event()).isNull();
    }
  }

  @Test
  void serverThatStopsEndsItsStreams() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    try (Response stream = client.get()) {
      assertThat(stream.event().data()).isEmpty();
      http.close();

      assertThat(stream.event()).isNull();
    }
  }

  /** Tells when somebody touches a session. */
  private record Watched(SessionStore store, Semaphore touched) implements SessionStore {
    @Override
    public boolean create(SessionRecord session, Duration idle) {
      return store.create(session, idle);
    }

    @Override
    public @Nullable SessionRecord find(SessionKey key) {
      return store.find(key);
    }

    @Override
    public boolean update(SessionKey key, UnaryOperator<SessionRecord> change) {
      return store.update(key, change);
    }

    @Override
    public boolean touch(SessionKey key, Duration idle) {
      boolean lives = store.touch(key, idle);
      touched.release();
      return lives;
    }

    @Override
    public boolean delete(SessionKey key) {
      return store.delete(key);
    }
  }
}
