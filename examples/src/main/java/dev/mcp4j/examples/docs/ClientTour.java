/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.time.Duration;

/** The options of a client, and what a server sees of them. */
public final class ClientTour {
  static String look(Call call) {
    Implementation client = call.client().info();
    return "%s calls, with trace %s; forms: %s"
        .formatted(
            client == null ? "somebody" : client.name() + " " + client.version(),
            call.meta().traceContext().traceparent(),
            call.client().canFillForms());
  }

  static McpClient client(URI uri) {
    // @start region="builder"
    return McpClient.builder()
        .http(uri)
        .clientInfo("travel-app", "2.1.0")
        .timeout(Duration.ofSeconds(20))
        .maxTotal(Duration.ofMinutes(5))
        .onElicitation(form -> form.decline())
        .onLog(LoggingLevel.WARNING, message -> System.out.println(message.data()))
        .traceContext(
            () ->
                new TraceContext(
                    "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", null, null))
        .build();
    // @end region="builder"
  }

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("looking", "1.0.0")
                .tool("look", tool -> tool.handle((none, call) -> look(call)))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = client(http.uri())) {
      System.out.println(client.call("look").as(String.class));
      System.out.println(client.serverInfo());
    }
  }
}
