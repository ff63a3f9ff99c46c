/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.http.OldClient.Event;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** The transport of 2024-11-05. */
@Timeout(30)
class SseHttpTest {
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch cancelled = new CountDownLatch(1);
  private final McpServerBuilder builder =
      McpServer.named("first", "1")
          .toolsMayChange()
          .legacy(LegacyOptions.builder().ssePath("/sse").build())
          .tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size()))
          .tool(
              "wait",
              tool ->
                  tool.handle(
                      (input, call) -> {
                        call.cancellation().onCancel(cancelled::countDown);
                        begun.countDown();
                        new CountDownLatch(1).await();
                        return "never";
                      }));
  private McpServer server;
  private HttpServerHandle http;

  private OldClient client() {
    server = builder.build();
    http = server.serveHttp(OldClient.OPTIONS);
    return new OldClient(URI.create(http.uri().toString().replace("/mcp", "/sse")));
  }

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  private static String begin(OldClient client, Response stream) {
    Event endpoint = stream.event();
    assertThat(endpoint.type()).isEqualTo("endpoint");
    assertThat(endpoint.data()).startsWith("/sse/");
    assertThat(client.postTo(endpoint.data(), OldClient.initialize("2024-11-05")).status())
        .isEqualTo(202);
    assertThat(stream.message().at("/result/protocolVersion").asString()).isEqualTo("2024-11-05");
    client.postTo(endpoint.data(), OldClient.INITIALIZED);
    return endpoint.data();
  }

  @Test
  void answersComeOnTheStream() {
    OldClient client = client();
    try (Response stream = client.get()) {
      String path = begin(client, stream);
      client.postTo(path, OldClient.request(1, "ping", "{}"));

      assertThat(stream.message().toString())
          .isEqualTo("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}");
    }
  }

  @Test
  void clientIsAskedAndToldWhatChanges() {
    OldClient client = client();
    try (Response stream = client.get()) {
      String path = begin(client, stream);
      client.postTo(path, OldClient.call(1, "roots"));
      JsonNode question = stream.message();
      assertThat(question.get("method").asString()).isEqualTo("roots/list");
      client.postTo(
          path,
          "{\"jsonrpc\":\"2.0\",\"id\":" + question.get("id") + ",\"result\":{\"roots\":[]}}");
      assertThat(stream.message().at("/result/content/0/text").asString()).isEqualTo("0");

      server.removeTool("roots");
      assertThat(stream.message().get("method").asString())
          .isEqualTo("notifications/tools/list_changed");
    }
  }

  @Test
  void messageWithoutStreamIsNotFound() {
    OldClient client = client();
    assertThat(client.postTo("/sse/nobody", OldClient.INITIALIZED).status()).isEqualTo(404);
  }

  @Test
  void malformedMessageIsRefused() {
    OldClient client = client();
    try (Response stream = client.get()) {
      assertThat(client.postTo(begin(client, stream), "{").status()).isEqualTo(400);
    }
  }

  @Test
  void sessionEndsWithItsStream() throws InterruptedException {
    OldClient client = client();
    try (Response stream = client.get()) {
      client.postTo(begin(client, stream), OldClient.call(1, "wait"));
      begun.await();
      http.close();
      assertThat(stream.event()).isNull();
    }
    cancelled.await();
  }

  @Test
  void transportIsOffUnlessAskedFor() {
    server = McpServer.named("modern", "1").build();
    http = server.serveHttp(OldClient.OPTIONS);
    OldClient client = new OldClient(URI.create(http.uri().toString().replace("/mcp", "/sse")));

    assertThat(client.get().status()).isEqualTo(404);
  }
}
