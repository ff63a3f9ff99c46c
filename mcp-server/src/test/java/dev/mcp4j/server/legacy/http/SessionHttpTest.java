/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class SessionHttpTest {
  record Name(String name) {}

  private static final String MODERN_META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

  private final MovableClock clock = new MovableClock();
  private final McpServerBuilder builder =
      McpServer.named("old-friend", "2.0").logging().clock(clock);
  private McpServer server;
  private HttpServerHandle http;

  private URI serve() {
    server = builder.build();
    http = server.serveHttp(OldClient.OPTIONS);
    return http.uri();
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void handshakeBeginsSessionWithVisibleUnguessableId(String revision) {
    OldClient client = new OldClient(serve());
    try (Response opened = client.post(OldClient.initialize(revision));
        Response other = client.post(OldClient.initialize(revision))) {
      assertThat(opened.status()).isEqualTo(200);
      assertThat(opened.header("Mcp-Session-Id")).matches("[!-~]{20,}");
      assertThat(opened.header("Mcp-Session-Id")).isNotEqualTo(other.header("Mcp-Session-Id"));
      assertThat(opened.json().at("/result/protocolVersion").asString()).isEqualTo(revision);
    }
  }

  @Test
  void handshakeWithHeaderOfItsRevisionAndMethodIsNotModern() {
    OldClient client =
        new OldClient(serve())
            .with("MCP-Protocol-Version", "2025-11-25")
            .with("Mcp-Method", "initialize");
    try (Response opened = client.post(OldClient.initialize("2025-11-25"))) {
      assertThat(opened.status()).isEqualTo(200);
    }
  }

  @Test
  void handshakeWithModernClaimIsNotFound() {
    OldClient client =
        new OldClient(serve())
            .with("MCP-Protocol-Version", "2026-07-28")
            .with("Mcp-Method", "initialize");
    try (Response refused =
        client.post(OldClient.request(1, "initialize", "{" + MODERN_META + "}"))) {
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32601);
    }
  }

  @Test
  void requestInSessionIsAnsweredAsJson() {
    builder.tool("hi", tool -> tool.handle((input, call) -> "hello"));
    OldClient client = OldClient.of(serve(), "2025-11-25");
    try (Response called = client.post(OldClient.call(1, "hi"))) {
      assertThat(called.status()).isEqualTo(200);
      assertThat(called.text())
          .isEqualTo(
              "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"content\":[{\"type\":\"text\","
                  + "\"text\":\"hello\"}]}}");
    }
  }

  @Test
  void handlerSeesTheHeadersOfTheCall() {
    builder.tool("who", tool -> tool.handle((input, call) -> call.headers().first("X-Tenant")));
    OldClient client = OldClient.of(serve(), "2025-11-25").with("X-Tenant", "acme");
    try (Response called = client.post(OldClient.call(1, "who"))) {
      assertThat(called.json().at("/result/content/0/text").asString()).isEqualTo("acme");
    }
  }

  @Test
  void modernCallIgnoresTheSession() {
    OldClient client =
        OldClient.of(serve(), "2025-11-25")
            .with("MCP-Protocol-Version", "2026-07-28")
            .with("Mcp-Method", "server/discover");
    try (Response called =
        client.post(OldClient.request(1, "server/discover", "{" + MODERN_META + "}"))) {
      assertThat(called.json().at("/result/resultType").asString()).isEqualTo("complete");
    }
  }

  @Test
  void callThatClaimsNothingGetsTheModernError() {
    try (Response refused = new OldClient(serve()).post(OldClient.request(1, "ping", "{}"))) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().at("/error/data/supported/0").asString()).isEqualTo("2026-07-28");
    }
  }

  @Test
  void callOfOldRevisionWithoutSessionIsRefused() {
    OldClient client = new OldClient(serve()).with("MCP-Protocol-Version", "2025-06-18");
    try (Response refused = client.post(OldClient.request(1, "ping", "{}"));
        Response stream = client.get();
        Response ended = client.delete()) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().at("/error/message").asString())
          .isEqualTo("The header Mcp-Session-Id is missing");
      assertThat(stream.status()).isEqualTo(400);
      assertThat(ended.status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":9}}",
        "{\"jsonrpc\":\"2.0\",\"id\":9,\"result\":{}}"
      })
  void messageInSessionThatNamesNoRevisionIsRefused(String message) {
    OldClient client =
        OldClient.of(serve(), "2025-11-25").with("MCP-Protocol-Version", "1999-01-01");
    try (Response refused = client.post(message)) {
      assertThat(refused.status()).isEqualTo(400);
    }
  }

  @Test
  void unknownSessionIsNotFound() {
    OldClient client = OldClient.of(serve(), "2025-11-25").with("Mcp-Session-Id", "nobody");
    try (Response called = client.post(OldClient.request(1, "ping", "{}"));
        Response notified = client.post(OldClient.INITIALIZED);
        Response stream = client.get();
        Response ended = client.delete()) {
      assertThat(called.status()).isEqualTo(404);
      assertThat(notified.status()).isEqualTo(404);
      assertThat(stream.status()).isEqualTo(404);
      assertThat(ended.status()).isEqualTo(404);
    }
  }

  @Test
  void revisionNobodyKnowsIsRefusedInSession() {
    OldClient client =
        OldClient.of(serve(), "2025-11-25").with("MCP-Protocol-Version", "1999-01-01");
    try (Response refused = client.post(OldClient.request(1, "ping", "{}"))) {
      assertThat(refused.status()).isEqualTo(400);
    }
  }

  @Test
  void sessionThatItsClientEndedIsNotFound() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    try (Response ended = client.delete();
        Response called = client.post(OldClient.request(1, "ping", "{}"))) {
      assertThat(ended.status()).isEqualTo(204);
      assertThat(called.status()).isEqualTo(404);
    }
  }

  @Test
  void sessionNobodyUsesExpires() {
    OldClient client = OldClient.of(serve(), "2025-11-25");
    clock.move(Duration.ofMinutes(29));
    assertThat(client.post(OldClient.request(1, "ping", "{}")).status()).isEqualTo(200);
    clock.move(Duration.ofMinutes(29));
    assertThat(client.post(OldClient.request(2, "ping", "{}")).status()).isEqualTo(200);
    clock.move(Duration.ofMinutes(30));
    assertThat(client.post(OldClient.request(3, "ping", "{}")).status()).isEqualTo(404);
  }

  @Test
  void handshakeThatNobodyWentOnWithExpiresSoon() {
    OldClient client = new OldClient(serve());
    String session = client.post(OldClient.initialize("2025-11-25")).header("Mcp-Session-Id");
    clock.move(Duration.ofMinutes(1));

    client.with("Mcp-Session-Id", session).with("MCP-Protocol-Version", "2025-11-25");
    assertThat(client.post(OldClient.INITIALIZED).status()).isEqualTo(404);
  }

  @Test
  void sessionsHaveACap() {
    InMemorySessionStore store = new InMemorySessionStore(20, 100, clock);
    builder.legacy(LegacyOptions.builder().sessions(store).build());
    OldClient client = new OldClient(serve());
    for (int i = 0; i < 20; i++) {
      assertThat(client.post(OldClient.initialize("2025-11-25")).status()).isEqualTo(200);
    }
    try (Response refused = client.post(OldClient.initialize("2025-11-25"))) {
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isNotNull();
      assertThat(refused.header("Mcp-Session-Id")).isNull();
      assertThat(refused.json().get("id").asInt()).isZero();
    }
    clock.move(Duration.ofMinutes(1));
    assertThat(client.post(OldClient.initialize("2025-11-25")).status()).isEqualTo(200);
  }

  @Test
  void manyAnonymousHandshakesStayBelowTheCap() {
    InMemorySessionStore store = new InMemorySessionStore(500, 100, clock);
    builder.legacy(LegacyOptions.builder().sessions(store).build());
    OldClient client = new OldClient(serve());
    int opened = 0;
    for (int i = 0; i < 3_000; i++) {
      try (Response response = client.post(OldClient.initialize("2025-11-25"))) {
        opened += response.status() == 200 ? 1 : 0;
        response.text();
      }
    }
    assertThat(opened).isEqualTo(500);
    assertThat(store.size()).isEqualTo(500);
  }

  @Test
  void requestWithIdInFlightIsRefused() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    builder.tool(
        "wait",
        tool ->
            tool.handle(
                (input, call) -> {
                  begun.countDown();
                  go.await();
                  return "done";
                }));
    OldClient client = OldClient.of(serve(), "2025-11-25");
    Thread first = new Thread(() -> client.post(OldClient.call(1, "wait")).text());
    first.start();
    begun.await();
    try (Response second = client.post(OldClient.call(1, "wait"))) {
      assertThat(second.json().at("/error/code").asInt()).isEqualTo(-32600);
    }
    go.countDown();
    first.join();
  }

  @Test
  void cancelledRequestEndsWithoutResponse() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    builder.tool(
        "wait",
        tool ->
            tool.handle(
                (input, call) -> {
                  call.progress(1);
                  begun.countDown();
                  new CountDownLatch(1).await();
                  return "never";
                }));
    OldClient client = OldClient.of(serve(), "2025-11-25");
    Thread canceller =
        new Thread(
            () -> {
              try {
                begun.await();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
              client.post(
                  "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":"
                      + "{\"requestId\":1}}");
            });
    canceller.start();
    try (Response called = client.post(OldClient.call(1, "wait"))) {
      assertThat(called.status()).isEqualTo(200);
      assertThat(called.messages()).isEmpty();
    }
    canceller.join();
  }

  @Test
  void clientIsAskedOnTheStreamOfItsRequest() {
    builder.tool(
        "greet",
        tool ->
            tool.handle(
                (input, call) ->
                    "Hello, " + call.elicit("n", "Name?", Name.class).orCancel().name()));
    OldClient client = OldClient.of(serve(), "2025-11-25");
    try (Response called = client.post(OldClient.call(1, "greet"))) {
      assertThat(called.isStream()).isTrue();
      JsonNode question = called.message();
      assertThat(question.get("method").asString()).isEqualTo("elicitation/create");
      Response answered =
          client.post(
              "{\"jsonrpc\":\"2.0\",\"id\":"
                  + question.get("id")
                  + ",\"result\":{\"action\":\"accept\",\"content\":{\"name\":\"Ada\"}}}");
      assertThat(answered.status()).isEqualTo(202);

      assertThat(called.message().at("/result/content/0/text").asString()).isEqualTo("Hello, Ada");
      assertThat(called.event()).isNull();
    }
  }

  @Test
  void answerOfAnotherSessionIsIgnored() {
    builder.tool(
        "greet",
        tool ->
            tool.handle(
                (input, call) ->
                    "Hello, " + call.elicit("n", "Name?", Name.class).orCancel().name()));
    URI uri = serve();
    OldClient client = OldClient.of(uri, "2025-11-25");
    OldClient mallory = OldClient.of(uri, "2025-11-25");
    try (Response called = client.post(OldClient.call(1, "greet"))) {
      String id = called.message().get("id").toString();
      assertThat(mallory.post(accept(id, "Mallory")).status()).isEqualTo(202);
      client.post(accept(id, "Ada"));

      assertThat(called.message().at("/result/content/0/text").asString()).isEqualTo("Hello, Ada");
    }
  }

  private static String accept(String id, String name) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"result\":{\"action\":\"accept\",\"content\":{\"name\":\""
        + name
        + "\"}}}";
  }

  @Test
  void levelHoldsForTheSession() {
    builder.tool(
        "log",
        tool ->
            tool.handle(
                (input, call) -> {
                  call.log(LoggingLevel.DEBUG, "details");
                  return "logged";
                }));
    URI uri = serve();
    OldClient client = OldClient.of(uri, "2025-11-25");
    OldClient other = OldClient.of(uri, "2025-11-25");
    client.post(OldClient.request(1, "logging/setLevel", "{\"level\":\"debug\"}"));
    try (Response told = client.post(OldClient.call(2, "log"));
        Response untold = other.post(OldClient.call(2, "log"))) {
      assertThat(told.messages()).hasSize(2);
      assertThat(untold.json().at("/result/content/0/text").asString()).isEqualTo("logged");
    }
  }

  /** Lets a second subscription come between the two steps of the first. */
  private static final class InterruptedStore implements SessionStore {
    private final SessionStore store = new InMemorySessionStore();
    private final AtomicReference<Runnable> between = new AtomicReference<>(() -> {});
    private volatile SessionKey changed;

    @Override
    public boolean create(SessionRecord session, Duration idle) {
      return store.create(session, idle);
    }

    @Override
    public SessionRecord find(SessionKey key) {
      return store.find(key);
    }

    @Override
    public boolean update(SessionKey key, UnaryOperator<SessionRecord> change) {
      changed = key;
      between.getAndSet(() -> {}).run();
      return store.update(key, change);
    }

    @Override
    public boolean touch(SessionKey key, Duration idle) {
      return store.touch(key, idle);
    }

    @Override
    public boolean delete(SessionKey key) {
      return store.delete(key);
    }
  }

  private static String subscribe(int id, String uri) {
    return OldClient.request(id, "resources/subscribe", "{\"uri\":\"" + uri + "\"}");
  }

  @Test
  void subscriptionsMadeAtTheSameTimeAreAllKept() {
    InterruptedStore store = new InterruptedStore();
    builder
        .resourceUpdates()
        .resource("test://a", it -> it.name("a").text("x"))
        .resource("test://b", it -> it.name("b").text("x"))
        .legacy(LegacyOptions.builder().sessions(store).build());
    OldClient client = OldClient.of(serve(), "2025-11-25");
    store.between.set(
        () -> assertThat(client.post(subscribe(2, "test://b")).status()).isEqualTo(200));

    try (Response first = client.post(subscribe(1, "test://a"));
        Response stream = client.get()) {
      assertThat(first.json().get("result")).isNotNull();
      assertThat(store.find(store.changed).subscriptions())
          .containsExactlyInAnyOrder("test://a", "test://b");

      server.resourceUpdated("test://a");
      assertThat(stream.message().at("/params/uri").asString()).isEqualTo("test://a");
      server.resourceUpdated("test://b");
      assertThat(stream.message().at("/params/uri").asString()).isEqualTo("test://b");
    }
  }

  @Test
  void pageFromElsewhereMaySeeTheIdOfItsSession() {
    URI uri = serve();
    OldClient client = new OldClient(uri).with("Origin", "http://localhost:" + uri.getPort());
    try (Response opened = client.post(OldClient.initialize("2025-11-25"))) {
      assertThat(opened.status()).isEqualTo(200);
      assertThat(opened.header("Access-Control-Expose-Headers")).contains("Mcp-Session-Id");
    }
  }

  @Test
  void serverOfOlderRevisionsOnlyIgnoresModernClaims() {
    builder.legacy(LegacyMode.ONLY);
    OldClient client =
        new OldClient(serve())
            .with("MCP-Protocol-Version", "2026-07-28")
            .with("Mcp-Method", "server/discover");
    try (Response refused =
        client.post(OldClient.request(1, "server/discover", "{" + MODERN_META + "}"))) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32600);
    }
  }

  @Test
  void serverWithoutOlderRevisionsAllowsPostOnly() {
    builder.legacy(LegacyMode.NONE);
    OldClient client = new OldClient(serve());
    try (Response opened = client.post(OldClient.initialize("2025-11-25"));
        Response stream = client.get()) {
      assertThat(opened.status()).isEqualTo(400);
      assertThat(stream.status()).isEqualTo(405);
      assertThat(stream.header("Allow")).isEqualTo("POST, OPTIONS");
    }
  }
}
