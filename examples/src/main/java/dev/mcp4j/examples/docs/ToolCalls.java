/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.schema.Default;
import dev.mcp4j.schema.Description;
import dev.mcp4j.schema.Range;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Lists tools and calls them. */
public final class ToolCalls {
  // @start region="search"
  enum Order {
    NEWEST,
    OLDEST
  }

  record Search(
      @Description("what to look for") String words,
      @Description("the most to return") @Default("10") @Range(min = 1, max = 100) int limit,
      @Default("NEWEST") Order order) {}

  // @end region="search"

  // @start region="search"
  record Hits(List<String> titles) {}

  // @end region="search"

  static McpServer create() {
    return McpServer.named("library", "1.0.0")
        // @start region="search"
        .tool(
            "search",
            tool ->
                tool.title("Search the library")
                    .description("Finds books by words of their titles, in the order asked for")
                    .input(Search.class)
                    .output(Hits.class)
                    .readOnly()
                    .timeout(Duration.ofSeconds(10))
                    .handle((search, call) -> new Hits(find(search))))
        // @end region="search"
        // @start region="hints"
        .tool(
            "forget",
            tool ->
                tool.description("Clears the list of recent searches")
                    .destructive(true)
                    .idempotent(true)
                    .openWorld(false)
                    .handle((none, call) -> "Forgotten."))
        // @end region="hints"
        .build();
  }

  static List<String> find(Search search) {
    return Stream.of("The Sea", "The Sea-Wolf", "Seasons")
        .filter(title -> title.toLowerCase(Locale.ROOT).contains(search.words()))
        .limit(search.limit())
        .toList();
  }

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="list"
      for (Tool tool : client.tools()) {
        System.out.println(tool.name() + ": " + tool.description());
        System.out.println(
            "  takes " + tool.inputSchema().node().path("properties").propertyNames());
      }
      // @end region="list"
      // @start region="call"
      Hits two = client.call("search", new Search("sea", 2, Order.OLDEST)).as(Hits.class);
      System.out.println(two);

      Hits all = client.call("search", Map.of("words", "sea")).as(Hits.class);
      System.out.println(all);

      CallToolResult result =
          client.call("search", Map.of("words", "ship")).timeout(Duration.ofSeconds(5)).result();
      System.out.println(result.structuredContent());

      System.out.println(client.call("forget").as(String.class));
      // @end region="call"
    }
  }
}
