/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.PaginatedRequestParams;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.ToolDefinition;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.stream.IntStream;

/** A long list, read page by page. */
public final class Pages {
  public static void main(String[] args) {
    // @start region="server"
    List<ToolDefinition> many =
        IntStream.rangeClosed(1, 250)
            .mapToObj(
                i -> ToolDefinition.of("tool-" + i, tool -> tool.handle((none, call) -> "done")))
            .toList();
    McpServer server = McpServer.named("many", "1.0.0").tools(many).pageSize(100).build();
    // @end region="server"
    try (server;
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      System.out.println(client.tools().toList().size() + " tools, all pages");

      Tool first =
          client.tools().stream()
              .filter(tool -> tool.name().endsWith("7"))
              .findFirst()
              .orElseThrow();
      System.out.println(first.name() + " is on the first page, which is all that was fetched");
      // @end region="client"

      // @start region="cursor"
      String cursor = null;
      do {
        ListToolsResult page =
            client
                .request(Methods.LIST_TOOLS, new PaginatedRequestParams(cursor, RequestMeta.EMPTY))
                .result();
        System.out.println("a page of " + page.tools().size());
        cursor = page.nextCursor();
      } while (cursor != null);
      // @end region="cursor"
    }
  }
}
