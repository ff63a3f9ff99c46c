/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.KeyRing;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Servers that keep nothing of a client between two calls. */
@Timeout(30)
class StatelessHttpTest {
  private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);

  private final MovableClock clock = new MovableClock();
  private final List<AutoCloseable> open = new ArrayList<>();

  private McpServerBuilder server(LegacyOptions options) {
    return McpServer.named("forgetful", "1")
        .clock(clock)
        .keys(KeyRing.of(KEY))
        .logging()
        .toolsMayChange()
        .legacy(options)
        .tool("hi", tool -> tool.handle((input, call) -> "hello " + call.client().info()))
        .tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size()))
        .tool(
            "connect",
            tool ->
                tool.handle(
                    (input, call) ->
                        call.elicitUrl("p", "Sign in", "https://example.com/in").toString()));
  }

  private URI serve(McpServerBuilder builder) {
    McpServer server = builder.build();
    HttpServerHandle http = server.serveHttp(OldClient.OPTIONS);
    open.add(http);
    open.add(server);
    return http.uri();
  }

  private URI serve(LegacyMode mode) {
    return serve(server(LegacyOptions.builder().mode(mode).build()));
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable closeable : open) {
      closeable.close();
    }
  }

  @Test
  void clientWithoutSessionIsServed() {
    OldClient client = OldClient.of(serve(LegacyMode.STATELESS), "2025-11-25");
    assertThat(client.header("Mcp-Session-Id")).isNull();
    try (Response called = client.post(OldClient.call(1, "hi"));
        Response stream = client.get();
        Response ended = client.delete()) {
      assertThat(called.json().at("/result/content/0/text").asString()).isEqualTo("hello null");
      assertThat(stream.status()).isEqualTo(405);
      assertThat(stream.header("Allow")).isEqualTo("POST, OPTIONS");
      assertThat(ended.status()).isEqualTo(405);
    }
  }

  @Test
  void whatNeedsASessionIsNotDeclared() {
    OldClient client = new OldClient(serve(LegacyMode.STATELESS));
    try (Response opened = client.post(OldClient.initialize("2025-11-25"))) {
      JsonNode capabilities = opened.json().at("/result/capabilities");
      assertThat(capabilities.toString()).isEqualTo("{\"tools\":{}}");
    }
    client.with("MCP-Protocol-Version", "2025-11-25");
    try (Response refused =
        client.post(OldClient.request(1, "logging/setLevel", "{\"level\":\"info\"}"))) {
      assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32601);
    }
  }

  @Test
  void clientWithoutWordOfItsRevisionHasTheFirstOverHttp() {
    OldClient client = new OldClient(serve(LegacyMode.STATELESS));
    try (Response called =
        client.post(
            "["
                + OldClient.request(1, "ping", "{}")
                + ","
                + OldClient.request(2, "ping", "{}")
                + "]")) {
      assertThat(called.text())
          .isEqualTo(
              "[{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}},{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":{}}]");
    }
  }

  @Test
  void clientWithoutSessionIsNotAsked() {
    OldClient client = OldClient.of(serve(LegacyMode.STATELESS), "2025-11-25");
    try (Response refused = client.post(OldClient.call(1, "roots"))) {
      assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32021);
    }
  }

  @Test
  void sealedSessionIsKnownToEveryInstanceWithTheKey() {
    URI first = serve(LegacyMode.SEALED);
    URI second = serve(LegacyMode.SEALED);
    OldClient client = OldClient.of(first, "2025-06-18");
    OldClient elsewhere =
        new OldClient(second)
            .with("MCP-Protocol-Version", "2025-06-18")
            .with("Mcp-Session-Id", client.header("Mcp-Session-Id"));
    assertThat(client.header("Mcp-Session-Id")).matches("[!-~]+");
    try (Response called = elsewhere.post(OldClient.call(1, "hi"))) {
      assertThat(called.json().at("/result/content/0/text").asString()).contains("old");
    }
  }

  @Test
  void sealedSessionThatWasTouchedIsNotFound() {
    OldClient client = OldClient.of(serve(LegacyMode.SEALED), "2025-11-25");
    String id = client.header("Mcp-Session-Id");
    char last = id.charAt(id.length() - 1);
    client.with("Mcp-Session-Id", id.substring(0, id.length() - 1) + (last == 'A' ? 'B' : 'A'));

    assertThat(client.post(OldClient.call(1, "hi")).status()).isEqualTo(404);
  }

  @Test
  void stateOfARequestIsNoSession() {
    OldClient client = OldClient.of(serve(LegacyMode.SEALED), "2025-11-25");
    OldClient modern =
        new OldClient(serve(LegacyMode.SEALED))
            .with("MCP-Protocol-Version", "2026-07-28")
            .with("Mcp-Method", "tools/call")
            .with("Mcp-Name", "roots");
    String state;
    try (Response asked =
        modern.post(
            OldClient.request(
                1,
                "tools/call",
                "{\"name\":\"roots\",\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":"
                    + "\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{\"roots\":{}}}}"))) {
      state = asked.json().at("/result/requestState").asString();
    }
    assertThat(client.with("Mcp-Session-Id", state).post(OldClient.call(1, "hi")).status())
        .isEqualTo(404);
  }

  @Test
  void sealedSessionEndsWithItsLifetime() {
    URI uri =
        serve(
            server(
                LegacyOptions.builder()
                    .mode(LegacyMode.SEALED)
                    .sealedLifetime(Duration.ofHours(1))
                    .build()));
    OldClient client = OldClient.of(uri, "2025-11-25");
    clock.move(Duration.ofMinutes(59));
    assertThat(client.post(OldClient.call(1, "hi")).status()).isEqualTo(200);
    clock.move(Duration.ofMinutes(1));
    assertThat(client.post(OldClient.call(2, "hi")).status()).isEqualTo(404);
  }

  @Test
  void clientOfSealedSessionIsSentToPagesByAnError() {
    OldClient client = OldClient.of(serve(LegacyMode.SEALED), "2025-11-25");
    try (Response called = client.post(OldClient.call(1, "connect"))) {
      JsonNode error = called.json().get("error");
      assertThat(error.get("code").asInt()).isEqualTo(-32042);
      JsonNode page = error.at("/data/elicitations/0");
      assertThat(page.get("mode").asString()).isEqualTo("url");
      assertThat(page.get("url").asString()).isEqualTo("https://example.com/in");
      assertThat(page.get("message").asString()).isEqualTo("Sign in");
      assertThat(page.get("elicitationId").asString()).isNotEmpty();
    }
    try (Response refused = client.post(OldClient.call(2, "roots"))) {
      assertThat(refused.json().at("/error/code").asInt()).isEqualTo(-32021);
    }
  }

  @Test
  void sealedSessionHasNoStreamAndCannotBeEnded() {
    OldClient client = OldClient.of(serve(LegacyMode.SEALED), "2025-11-25");

    assertThat(client.get().status()).isEqualTo(405);
    assertThat(client.delete().status()).isEqualTo(405);
  }
}
