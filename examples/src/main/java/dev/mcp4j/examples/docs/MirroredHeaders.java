/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.schema.McpHeader;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.HttpServerHandle;

/** An argument that is repeated in an HTTP header, for gateways to route by. */
public final class MirroredHeaders {
  // @start region="header"
  record Query(@McpHeader("Region") String region, String sql) {}

  // @end region="header"

  static String query(Query query, Call call) {
    RequestHeaders headers = call.headers();
    return headers == null
        ? "no headers"
        : "%s for %s, %s"
            .formatted(
                headers.first("Mcp-Method"),
                headers.first("Mcp-Name"),
                headers.first("Mcp-Param-Region"));
  }

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("database", "1.0.0")
                .tool("query", tool -> tool.input(Query.class).handle(MirroredHeaders::query))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      System.out.println(client.call("query", new Query("eu", "select 1")).as(String.class));
    }
  }
}
