/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class BatchHttpTest {
  private static final String PINGS =
      "[" + OldClient.request(1, "ping", "{}") + "," + OldClient.request(2, "ping", "{}") + "]";

  private final McpServer server =
      McpServer.named("batches", "1")
          .tool(
              "work",
              tool ->
                  tool.handle(
                      (input, call) -> {
                        call.progress(1);
                        return "done";
                      }))
          .build();
  private final HttpServerHandle http = server.serveHttp(OldClient.OPTIONS);

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void requestsInAnArrayAreAnsweredInOne() {
    OldClient client = OldClient.of(http.uri(), "2025-03-26");
    try (Response called = client.post(PINGS)) {
      assertThat(called.json().toString())
          .isEqualTo(
              "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}},"
                  + "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}]");
    }
  }

  @Test
  void arrayOfOneIsAnsweredInAnArray() {
    OldClient client = OldClient.of(http.uri(), "2025-03-26");
    try (Response called = client.post("[" + OldClient.request(1, "ping", "{}") + "]")) {
      assertThat(called.json().isArray()).isTrue();
    }
  }

  @Test
  void arrayWithoutRequestsIsAccepted() {
    OldClient client = OldClient.of(http.uri(), "2025-03-26");
    try (Response called = client.post("[" + OldClient.INITIALIZED + "]")) {
      assertThat(called.status()).isEqualTo(202);
    }
  }

  @Test
  void arrayWithNotificationsInBetweenBecomesAStream() {
    OldClient client = OldClient.of(http.uri(), "2025-03-26");
    String work =
        OldClient.request(
            2, "tools/call", "{\"name\":\"work\",\"_meta\":{\"progressToken\":\"t\"}}");
    try (Response called =
        client.post("[" + OldClient.request(1, "ping", "{}") + "," + work + "]")) {
      assertThat(called.isStream()).isTrue();
      List<JsonNode> messages = called.messages();
      assertThat(messages).hasSize(3);
      assertThat(messages.get(0).get("id").asInt()).isEqualTo(1);
      assertThat(messages.get(1).get("method").asString()).isEqualTo("notifications/progress");
      assertThat(messages.get(2).get("id").asInt()).isEqualTo(2);
    }
  }

  @Test
  void whatIsWrongInAnArrayIsAnsweredInItsPlace() {
    OldClient client = OldClient.of(http.uri(), "2025-03-26");
    try (Response called = client.post("[17," + OldClient.request(1, "ping", "{}") + "]")) {
      JsonNode answers = called.json();
      assertThat(answers.get(0).at("/error/code").asInt()).isEqualTo(-32600);
      assertThat(answers.get(1).get("id").asInt()).isEqualTo(1);
    }
  }

  @Test
  void handshakeInAnArrayIsRefused() {
    OldClient client = new OldClient(http.uri());
    try (Response refused = client.post("[" + OldClient.initialize("2025-03-26") + "]")) {
      assertThat(refused.status()).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-06-18", "2025-11-25"})
  void otherRevisionsHaveNoArrays(String revision) {
    OldClient client = OldClient.of(http.uri(), revision);
    try (Response refused = client.post(PINGS)) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32600);
    }
  }
}
