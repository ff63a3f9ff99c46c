/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.legacy.http.OldClient.Response;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Specification 2025-11-25: basic/lifecycle, Initialization. */
class InitializedHttpTest {
  /** Nobody waits for calls that nobody will answer. */
  private static final HttpOptions OPTIONS =
      OldClient.OPTIONS.toBuilder().drain(Duration.ZERO).build();

  private final SessionStore store = new InMemorySessionStore();

  private McpServer server(Duration answerTimeout) {
    return McpServer.named("s", "1")
        .legacy(LegacyOptions.builder().sessions(store).answerTimeout(answerTimeout).build())
        .tool("roots", tool -> tool.handle((input, call) -> call.roots("r").size()))
        .build();
  }

  /** Shakes hands, and no more. */
  private static OldClient greet(HttpServerHandle http) {
    OldClient client = new OldClient(http.uri());
    try (Response opened = client.post(OldClient.initialize("2025-11-25"))) {
      return client
          .with("Mcp-Session-Id", Objects.requireNonNull(opened.header("Mcp-Session-Id")))
          .with("MCP-Protocol-Version", "2025-11-25");
    }
  }

  @Test
  void clientThatDoesNotSayThatItIsInitializedIsNotAsked() {
    try (McpServer server = server(Duration.ofMillis(1));
        HttpServerHandle http = server.serveHttp(OPTIONS);
        Response called = greet(http).post(OldClient.call(1, "roots"))) {
      assertThat(called.json().at("/result/content/0/text").asString())
          .isEqualTo(
              "The client could not be asked:"
                  + " it has not sent notifications/initialized after the handshake");
    }
  }

  @Test
  void clientThatSaidSoToAnotherProcessIsAsked() {
    try (McpServer one = server(Duration.ofMinutes(1));
        HttpServerHandle first = one.serveHttp(OPTIONS);
        McpServer other = server(Duration.ofMinutes(1));
        HttpServerHandle second = other.serveHttp(OPTIONS)) {
      OldClient client = greet(first);
      OldClient elsewhere =
          new OldClient(second.uri())
              .with("Mcp-Session-Id", Objects.requireNonNull(client.header("Mcp-Session-Id")))
              .with("MCP-Protocol-Version", "2025-11-25");
      try (Response early = elsewhere.post(OldClient.request(1, "ping", "{}"))) {
        assertThat(early.status()).isEqualTo(200);
      }
      try (Response told = client.post(OldClient.INITIALIZED)) {
        assertThat(told.status()).isEqualTo(202);
      }
      try (Response called = elsewhere.post(OldClient.call(2, "roots"))) {
        assertThat(called.message().get("method").asString()).isEqualTo("roots/list");
      }
    }
  }
}
