/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.McpServerBuilder;
import dev.mcp4j.server.legacy.InMemoryEventLog;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A server of clients that begin with a handshake. */
public final class OlderClients {
  record Name(String name) {}

  // @start region="server"
  static McpServerBuilder hello() {
    return McpServer.named("hello", "1.0.0")
        .tool(
            "greet",
            tool ->
                tool.handle(
                    (none, call) ->
                        "Hello, "
                            + call.elicit("name", "Your name?", Name.class).orCancel().name()))
        .tool(
            "report",
            tool ->
                tool.handle(
                    (none, call) -> {
                      call.detach(Duration.ofSeconds(5));
                      return write();
                    }));
  }

  // @end region="server"

  static String write() {
    return "The report is written.";
  }

  static McpServer limited() {
    // @start region="options"
    LegacyOptions options =
        LegacyOptions.builder()
            .idle(Duration.ofMinutes(10))
            .sessions(new InMemorySessionStore(1_000, 20, Clock.systemUTC()))
            .events(new InMemoryEventLog(500, 1 << 20, 64L << 20))
            .ssePath("/sse")
            .build();
    McpServer server = hello().legacy(options).build();
    // @end region="options"
    return server;
  }

  static McpServer sealed() {
    // @start region="mode"
    McpServer server = hello().legacy(LegacyMode.SEALED).build();
    // @end region="mode"
    return server;
  }

  static void visited(McpServer server) {
    // @start region="visited"
    server.urlElicitationCompleted("https://example.com/sign-in?request=42");
    // @end region="visited"
  }

  public static void main(String[] args) {
    try (McpServer server = limited();
        HttpServerHandle http = server.serveHttp(0)) {
      for (String revision : List.of("2026-07-28", "2025-11-25", "2025-06-18")) {
        try (McpClient client =
            McpClient.builder()
                .http(http.uri())
                .protocolVersion(revision)
                .onElicitation(form -> form.accept(new Name("Ada")))
                .build()) {
          System.out.println(revision + ": " + client.call("greet").as(String.class));
        }
      }
      visited(server);
    }
  }
}
