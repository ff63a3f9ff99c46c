/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.EraCache;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.legacy.ServerEra;
import dev.mcp4j.client.transport.http.RawHttpServer;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Servers of the HTTP+SSE transport of revision 2024-11-05. */
@Timeout(60)
class EventStreamServerTest {
  private static final String INITIALIZED =
      "{\"protocolVersion\":\"2024-11-05\",\"capabilities\":{},"
          + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}";
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";

  private final RawHttpServer server = new RawHttpServer();
  private final Map<String, String> results = new ConcurrentHashMap<>();
  private final List<String> methods = new CopyOnWriteArrayList<>();
  private volatile RawHttpServer.Request stream;
  private volatile String endpoint = "/messages?session=7";
  private volatile int refusal = 405;
  private volatile int accepted = 202;
  private volatile boolean hangsUpOnCalls;

  EventStreamServerTest() {
    results.put("initialize", INITIALIZED);
    results.put("tools/call", DONE);
    results.put("tools/list", "{\"tools\":[]}");
    server.serve(this::serve);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private void serve(RawHttpServer.Request request) throws IOException {
    if (request.line.startsWith("GET")) {
      stream = request;
      request.startEvents();
      request.chunk("event: endpoint\ndata: " + endpoint + "\n\n");
      request.awaitGone();
    } else if (!request.line.startsWith("POST /messages?session=7 ")) {
      request.reply(refusal, "text/plain", "Method Not Allowed");
    } else {
      JsonNode message =
          McpJson.read(JsonNode.class, request.body.getBytes(StandardCharsets.UTF_8));
      methods.add(message.path("method").asString(""));
      request.reply(accepted, "text/plain", "Accepted");
      String method = message.path("method").asString("");
      String result = results.get(method);
      if (hangsUpOnCalls && method.equals("tools/call")) {
        stream.hangUp();
      } else if (result != null) {
        stream.chunk(
            "event: message\ndata: {\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}\n\n"
                .formatted(message.get("id"), result));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405})
  void serverIsFoundOutAboutByItsRefusals(int status) {
    refusal = status;
    try (McpClient client = McpClient.connect(server.uri())) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.protocolVersion()).isEqualTo("2024-11-05");
    }
    assertThat(methods)
        .startsWith("initialize", "notifications/initialized")
        .contains("tools/call");
  }

  @Test
  void rememberedServerIsNotAskedInOtherWays() {
    EraCache cache = EraCache.inMemory();
    LegacyOptions options = LegacyOptions.builder().eras(cache).build();
    for (int i = 0; i < 2; i++) {
      try (McpClient client = McpClient.builder().http(server.uri()).legacy(options).build()) {
        client.call("t").result();
      }
    }
    assertThat(cache.find(server.uri().toString())).isEqualTo(new ServerEra("2024-11-05", true));
    assertThat(server.requests.stream().filter(r -> r.line.startsWith("POST /mcp ")).count())
        .as("discovery and handshake of the first client")
        .isEqualTo(2);
  }

  @Test
  void lostStreamEndsTheSessionAndTheNextCallBeginsAnother() throws IOException {
    try (McpClient client =
        McpClient.builder().http(server.uri()).protocolVersion("2024-11-05").build()) {
      client.call("t").result();
      hangsUpOnCalls = true;

      assertThatThrownBy(() -> client.call("t").result()).isInstanceOf(TransportException.class);
      hangsUpOnCalls = false;
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
  }

  @Test
  void refusedMessageEndsTheSession() {
    try (McpClient client =
        McpClient.builder().http(server.uri()).protocolVersion("2024-11-05").build()) {
      client.call("t").result();
      results.remove("tools/call");
      accepted = 404;

      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(404));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://elsewhere.example/messages", "https://127.0.0.1/x", "::"})
  void endpointOfAnotherOriginIsRefused(String elsewhere) {
    endpoint = elsewhere;
    try (McpClient client =
        McpClient.builder().http(server.uri()).protocolVersion("2024-11-05").build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(HttpStatusException.class)
          .satisfies(
              e ->
                  assertThat(e.getSuppressed())
                      .singleElement()
                      .isInstanceOf(ProtocolException.class));
    }
  }

  @Test
  void addressWithNoServerAtAllIsReportedByItsFirstRefusal() {
    server.serve(request -> request.reply(404, "text/html", "<html>not here</html>"));
    try (McpClient client = McpClient.connect(server.uri())) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              HttpStatusException.class,
              e -> {
                assertThat(e.status()).isEqualTo(404);
                assertThat(e.excerpt()).contains("not here");
              });
      server.serve(this::serve);
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    } catch (McpClientException e) {
      throw new AssertionError(e);
    }
  }
}
