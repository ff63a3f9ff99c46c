/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.ReplyTooLargeException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Timeout(120)
class HttpTransportTest {
  private static final String DISCOVERED =
      "{\"resultType\":\"complete\",\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{}}";
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";
  private static final Duration SHORT = Duration.ofMillis(50);

  private final RawHttpServer server = new RawHttpServer();
  private final HttpTransport transport = HttpTransport.create(HttpOptions.of(server.uri()));
  private final McpClient client = McpClient.builder().transport(transport).build();

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static JsonObject arguments(String json) {
    return new JsonObject(
        (ObjectNode) McpJson.read(JsonNode.class, json.getBytes(StandardCharsets.UTF_8)));
  }

  private void serveTools(RawHttpServer.Script call) {
    server.serve(
        request -> {
          if ("tools/list".equals(request.header("mcp-method"))) {
            request.result(
                "{\"tools\":[{\"name\":\"naïve\",\"inputSchema\":{\"type\":\"object\",\"properties\":"
                    + "{\"region\":{\"type\":\"string\",\"x-mcp-header\":\"Region\"}}}}]}");
          } else {
            call.serve(request);
          }
        });
  }

  @Test
  void postCarriesTheHeadersOfTheProtocol() {
    server.serve(request -> request.result(DISCOVERED));

    client.discover();

    RawHttpServer.Request request = server.request(0);
    assertThat(request.line).isEqualTo("POST /mcp HTTP/1.1");
    assertThat(request.header("content-type")).isEqualTo("application/json");
    assertThat(request.header("accept")).isEqualTo("application/json, text/event-stream");
    assertThat(request.header("mcp-protocol-version")).isEqualTo("2026-07-28");
    assertThat(request.header("mcp-method")).isEqualTo("server/discover");
    assertThat(request.headers).doesNotContainKeys("mcp-name", "upgrade", "mcp-session-id");
    assertThat(request.body).contains("\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\"");
  }

  @Test
  void nameAndMirroredParametersAreEncodedWhereTheyMustBe() {
    serveTools(request -> request.result(DONE));

    client.call("naïve", arguments("{\"region\":\" padded \"}")).result();

    RawHttpServer.Request call = server.request(1);
    assertThat(call.header("mcp-name")).isEqualTo("=?base64?bmHDr3Zl?=");
    assertThat(call.header("mcp-param-region")).isEqualTo("=?base64?IHBhZGRlZCA=?=");
  }

  @Test
  void uriOfAResourceIsTheNameVerbatim() {
    server.serve(request -> request.result("{\"contents\":[]}"));

    client.read("file:///path/to/file%20name.txt");

    assertThat(server.request(0).header("mcp-name")).isEqualTo("file:///path/to/file%20name.txt");
  }

  @Test
  void sessionIdOfAnOlderServerIsIgnoredAndGetIsNeverUsed() {
    server.serve(
        request ->
            request.reply(
                200,
                "application/json",
                "{\"jsonrpc\":\"2.0\",\"id\":" + request.id() + ",\"result\":" + DISCOVERED + "}",
                "mcp-session-id: abc"));

    client.discover();
    client.discover();

    assertThat(server.requests).allMatch(request -> request.line.startsWith("POST "));
    assertThat(server.request(1).headers).doesNotContainKey("mcp-session-id");
  }

  @Test
  void identityMayStandInTheBodyOrInTheMetadata() {
    server.serve(
        request ->
            request.result(
                "{\"supportedVersions\":[],\"capabilities\":{},\"serverInfo\":{\"name\":\"a\","
                    + "\"version\":\"1\"}}"));
    DiscoverResult body = client.discover();
    server.serve(
        request ->
            request.result(
                "{\"supportedVersions\":[],\"capabilities\":{},\"_meta\":{"
                    + "\"io.modelcontextprotocol/serverInfo\":{\"name\":\"b\",\"version\":\"1\"}}}"));
    DiscoverResult meta = client.discover();

    assertThat(body.supportedVersions()).isEmpty();
    assertThat(meta.meta().serverInfo().name()).isEqualTo("b");
  }

  @Test
  void firstRequestRefusedForItsVersionIsRetried() {
    server.serve(
        request -> {
          if (server.requests.size() == 1) {
            request.json(
                400,
                "{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32022,\"message\":\"x\",\"data\":{\"supported\":[\"2026-07-28\"]}}}"
                    .formatted(request.id()));
          } else {
            request.result(DISCOVERED);
          }
        });

    assertThat(client.discover().supportedVersions()).hasSize(1);
    assertThat(server.requests).hasSize(2);
  }

  @Test
  void eventsBeforeTheReplyAreHeardInOrder() {
    serveTools(
        request -> {
          request.startEvents();
          request.chunk(": hello\n\nid: 1\nretry: 500\ndata:\n\n");
          for (int i = 1; i <= 3; i++) {
            request.event(
                ("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":{"
                        + "\"progressToken\":%s,\"progress\":%d}}")
                    .formatted(request.id(), i));
          }
          request.resultEvent(DONE);
          request.endEvents();
        });
    List<Double> heard = new ArrayList<>();

    String text =
        client.call("t").onProgress(report -> heard.add(report.progress())).as(String.class);

    assertThat(text).isEqualTo("done");
    assertThat(heard).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void connectionIsUsedAgainAfterAStreamOfEvents() {
    server.serve(
        request -> {
          request.startEvents();
          request.resultEvent(DISCOVERED);
          request.endEvents();
        });

    for (int i = 0; i < 5; i++) {
      client.discover();
    }

    assertThat(server.connections).hasSizeLessThan(5);
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void streamThatStaysOpenAfterTheReplyIsCut() throws InterruptedException {
    server.serve(
        request -> {
          request.startEvents();
          request.resultEvent(DISCOVERED);
          request.awaitGone();
        });

    client.discover();

    assertThat(server.request(0).gone().await(60, TimeUnit.SECONDS)).isTrue();
    assertThat(transport.lingering().size()).isZero();
  }

  @Test
  void timeoutClosesTheStreamEvenAfterTheHeaders() throws InterruptedException {
    CountDownLatch streaming = new CountDownLatch(1);
    serveTools(
        request -> {
          request.startEvents();
          request.chunk(": silence\n\n");
          streaming.countDown();
          request.awaitGone();
        });
    client.tools().toList();

    timeOutUntil(streaming, () -> client.call("t").timeout(SHORT).result());

    assertThat(server.request(server.requests.size() - 1).gone().await(60, TimeUnit.SECONDS))
        .isTrue();
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void timeoutBeforeTheHeadersClosesTheConnection() throws InterruptedException {
    CountDownLatch received = new CountDownLatch(1);
    server.serve(
        request -> {
          received.countDown();
          request.awaitGone();
        });
    McpClient hasty = McpClientWith.timeout(transport, SHORT);

    timeOutUntil(received, hasty::discover);

    assertThat(server.request(0).gone().await(60, TimeUnit.SECONDS)).isTrue();
  }

  /** A call can time out before it has reached the server at all. */
  private static void timeOutUntil(CountDownLatch reached, ThrowingCallable call) {
    do {
      assertThatThrownBy(call).isInstanceOf(CallTimeoutException.class);
    } while (reached.getCount() > 0);
  }

  @Test
  void cancelledCallClosesTheStream() throws InterruptedException {
    CountDownLatch streaming = new CountDownLatch(1);
    serveTools(
        request -> {
          request.startEvents();
          streaming.countDown();
          request.awaitGone();
        });

    PendingCall<?> pending = client.call("t").start();
    streaming.await();
    pending.cancel();

    RawHttpServer.Request last = server.requests.get(server.requests.size() - 1);
    assertThat(last.gone().await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void errorWithAnErrorStatusIsTheServersError() {
    server.serve(request -> request.error(404, -32601, "Method not found"));

    assertThatThrownBy(client::discover)
        .isInstanceOfSatisfying(
            RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32601));
  }

  @Test
  void errorWithoutAnIdIsAboutTheRequest() {
    server.serve(
        request ->
            request.json(
                400, "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32700,\"message\":\"bad\"}}"));

    assertThatThrownBy(client::discover)
        .isInstanceOfSatisfying(
            RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32700));
  }

  @Test
  void errorPageIsReportedWithStatusAndExcerpt() {
    server.serve(
        request -> request.reply(502, "text/html", "<h1>Bad\n\tGateway</h1>" + "x".repeat(5000)));

    assertThatThrownBy(client::discover)
        .isInstanceOfSatisfying(
            HttpStatusException.class,
            e -> {
              assertThat(e.status()).isEqualTo(502);
              assertThat(e.excerpt()).startsWith("<h1>Bad Gateway</h1>xxx").hasSize(501);
            })
        .hasMessageContaining("answered server/discover with status 502: <h1>");
  }

  @Test
  void jsonThatIsNoMessageIsReportedWithStatusAndExcerpt() {
    server.serve(request -> request.json(401, "{\"error\":\"invalid_token\"}"));

    assertThatThrownBy(client::discover)
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(401))
        .hasMessageContaining("invalid_token");
  }

  @Test
  void redirectIsNotFollowed() {
    server.serve(request -> request.reply(307, null, "", "Location: http://elsewhere.invalid/mcp"));

    assertThatThrownBy(client::discover)
        .isInstanceOf(HttpStatusException.class)
        .hasMessageContaining("a redirect to http://elsewhere.invalid/mcp, not followed");
    assertThat(server.requests).hasSize(1);
  }

  @Test
  void otherContentIsRefused() {
    server.serve(request -> request.reply(200, "text/html; charset=utf-8", "<p>hello</p>"));

    assertThatThrownBy(client::discover)
        .isInstanceOf(HttpStatusException.class)
        .hasMessageContaining(
            "expected application/json or text/event-stream, was text/html: <p>hello</p>");
  }

  @Test
  void acceptedWithoutAReplyIsRefused() {
    server.serve(request -> request.reply(202, null, ""));

    assertThatThrownBy(client::discover)
        .isInstanceOf(HttpStatusException.class)
        .hasMessageContaining("status 202");
  }

  @Test
  void garbageIsAProtocolException() {
    server.serve(request -> request.json(200, "\u0001\u0002 garbage"));

    assertThatThrownBy(client::discover)
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("expected the response to server/discover, was malformed");
  }

  @Test
  void replyWithAnotherIdIsAProtocolException() {
    server.serve(
        request ->
            request.json(200, "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"result\":" + DISCOVERED + "}"));

    assertThatThrownBy(client::discover)
        .isInstanceOf(ProtocolException.class)
        .hasMessage("expected the response to server/discover, was one with id \"x\" instead of 1");
  }

  @Test
  void foreignMessagesOnAStreamAreSkipped() {
    server.serve(
        request -> {
          request.startEvents();
          request.event("{\"jsonrpc\":\"2.0\",\"id\":999,\"result\":" + DISCOVERED + "}");
          request.event("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"roots/list\"}");
          request.event("not json");
          request.event("[]");
          request.chunk("event: other\ndata: whatever\n\n");
          request.resultEvent(DISCOVERED);
          request.endEvents();
        });

    assertThat(client.discover().supportedVersions()).hasSize(1);
  }

  @Test
  void streamThatEndsEarlyIsATransportException() {
    server.serve(
        request -> {
          request.startEvents();
          request.event("not json");
          request.endEvents();
        });

    assertThatThrownBy(client::discover)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("ended the stream before the response to server/discover")
        .hasMessageContaining("something on it could not be read");
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void connectionThatBreaksIsATransportException() {
    server.serve(
        request -> {
          request.startEvents();
          request.chunk("data: {\"jsonrpc\":");
          request.hangUp();
        });

    assertThatThrownBy(client::discover)
        .isInstanceOf(TransportException.class)
        .hasMessageContaining("broke before the reply was complete");
  }

  @Test
  void serverThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    try (McpClient lonely = McpClient.connect(URI.create("http://127.0.0.1:" + port + "/x"))) {
      assertThatThrownBy(lonely::discover)
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("cannot connect to http://127.0.0.1:" + port + "/x");
    }
  }

  @Test
  void replyOverTheLimitIsRefusedBeforeItIsRead() {
    byte[] block = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    server.serve(
        request -> {
          request.raw(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 52428800\r\n\r\n");
          for (int i = 0; i < 50; i++) {
            request.raw(new String(block, StandardCharsets.UTF_8));
          }
        });

    assertThatThrownBy(client::discover)
        .isInstanceOfSatisfying(
            ReplyTooLargeException.class, e -> assertThat(e.limitBytes()).isEqualTo(16 << 20))
        .hasMessage("the server sent a message of more than 16777216 bytes");
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void eventOverTheLimitIsRefused() {
    try (McpClient small =
        McpClient.builder()
            .http(HttpOptions.builder(server.uri()).maxReplyBytes(1000).build())
            .protocolVersion(ProtocolVersion.V2026_07_28)
            .build()) {
      server.serve(
          request -> {
            request.startEvents();
            request.event("x".repeat(2000));
            request.awaitGone();
          });

      assertThatThrownBy(small::discover).isInstanceOf(ReplyTooLargeException.class);
    }
  }

  @Test
  void customizerAddsHeadersAndCannotReplaceTheProtocols() {
    server.serve(request -> request.result(DISCOVERED));
    HttpOptions options =
        HttpOptions.builder(server.uri())
            .customizer(
                (request, message) ->
                    request
                        .setHeader("Authorization", "Bearer t")
                        .setHeader("MCP-Protocol-Version", "1"))
            .build();
    try (McpClient authorized =
        McpClient.builder().http(options).protocolVersion(ProtocolVersion.V2026_07_28).build()) {
      authorized.discover();
    }

    assertThat(server.request(0).header("authorization")).isEqualTo("Bearer t");
    assertThat(server.request(0).header("mcp-protocol-version")).isEqualTo("2026-07-28");
  }

  @Test
  void notificationIsAcceptedOrRefused() {
    var params = new CancelledNotificationParams(RequestId.of(1), null, NotificationMeta.EMPTY);
    server.serve(request -> request.reply(202, null, ""));
    client.send(Notifications.CANCELLED, params);
    server.serve(request -> request.reply(400, null, ""));

    assertThatThrownBy(() -> client.send(Notifications.CANCELLED, params))
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(400));
    assertThat(server.request(0).header("mcp-method")).isEqualTo("notifications/cancelled");
  }

  @Test
  void subscriptionDeliversChangesUntilItIsClosed() throws InterruptedException {
    BlockingQueue<String> events = new LinkedBlockingQueue<>();
    server.serve(
        request -> {
          request.startEvents();
          String meta =
              "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":" + request.id() + "}";
          request.event(
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/subscriptions/acknowledged\","
                  + "\"params\":{\"notifications\":{\"toolsListChanged\":true},"
                  + meta
                  + "}}");
          request.chunk(": alive\n\n");
          request.event(
              "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/tools/list_changed\",\"params\":{"
                  + meta
                  + "}}");
          request.awaitGone();
        });

    ListenHandle handle =
        client.listen(
            SubscriptionFilter.builder().toolsListChanged(true).promptsListChanged(true).build(),
            new ChangeListener() {
              @Override
              public void onToolsChanged() {
                events.add("tools");
              }
            });
    assertThat(handle.acknowledged().promptsListChanged()).isNull();
    assertThat(events.poll(60, TimeUnit.SECONDS)).isEqualTo("tools");
    handle.close();

    assertThat(server.request(0).gone().await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void timedOutCallsLeaveNothingBehind() {
    server.serve(RawHttpServer.Request::awaitGone);
    McpClient hasty = McpClientWith.timeout(transport, Duration.ofMillis(5));

    for (int i = 0; i < 200; i++) {
      assertThatThrownBy(hasty::discover).isInstanceOf(CallTimeoutException.class);
    }

    assertThat(transport.openExchanges()).isZero();
    assertThat(transport.lingering().size()).isZero();
  }

  @Test
  void closedTransportTakesNoRequest() {
    client.close();
    client.close();

    assertThat(transport.isOpen()).isFalse();
  }

  @Test
  void addressMustBeAnHttpUrlWithoutSecrets() {
    for (String bad :
        List.of("ftp://x/", "/mcp", "http:///mcp", "http://u:p@x/mcp", "http://x/mcp#a")) {
      assertThatThrownBy(() -> HttpOptions.of(URI.create(bad)))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void serverThatSendsCommentsWithoutAPauseTimesOut() {
    HttpOptions options =
        HttpOptions.builder(server.uri()).httpClient(new CommentingHttpClient()).build();
    HttpTransport commented = HttpTransport.create(options);

    assertThatThrownBy(() -> McpClientWith.timeout(commented, SHORT).discover())
        .isInstanceOf(CallTimeoutException.class);

    assertThat(commented.openExchanges()).isZero();
  }

  @Test
  void eventThatIsCutShortIsAProtocolException() {
    server.serve(
        request -> {
          request.startEvents();
          request.event("{\"jsonrpc\":\"2.0\",\"id\":" + request.id() + ",\"result\":{");
          request.awaitGone();
        });

    assertThatThrownBy(client::discover)
        .isInstanceOf(ProtocolException.class)
        .hasMessageStartingWith("the response to server/discover cannot be read");
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void clientIsSharedByManyThreads() {
    serveTools(
        request -> request.result(DONE.replace("done", "reply to " + request.header("mcp-name"))));
    List<PendingCall<String>> calls = new ArrayList<>();

    for (int i = 0; i < 500; i++) {
      calls.add(client.call("tool-" + i).start(String.class));
    }

    for (int i = 0; i < calls.size(); i++) {
      assertThat(calls.get(i).await()).isEqualTo("reply to tool-" + i);
    }
    assertThat(transport.openExchanges()).isZero();
  }

  @Test
  void threadsOfTheHttpClientEndWithIt() {
    server.serve(request -> request.result(DISCOVERED));
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    List<McpClient> closed = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      McpClient brief =
          McpClient.builder()
              .http(server.uri())
              .protocolVersion(ProtocolVersion.V2026_07_28)
              .build();
      brief.discover();
      closed.add(brief);
    }
    List<Thread> selectors =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !before.contains(thread))
            .filter(thread -> thread.getName().endsWith("SelectorManager"))
            .toList();
    assertThat(selectors).hasSize(10);

    closed.forEach(McpClient::close);

    // Before JDK 21 it takes a collection.
    while (selectors.stream().anyMatch(Thread::isAlive)) {
      System.gc();
    }
    assertThat(closed).hasSize(10);
  }
}
