/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.Map;

/** A tool with a schema of its own, and what becomes of arguments that do not fit it. */
public final class SchemaChecks {
  // @start region="schema"
  static final String ROUTE =
      """
      {
        "type": "object",
        "properties": {
          "stops": {
            "type": "array",
            "prefixItems": [{ "const": "Oslo" }],
            "items": { "$ref": "#/$defs/city" },
            "minItems": 2
          },
          "price": { "type": "number", "exclusiveMinimum": 0 }
        },
        "required": ["stops"],
        "dependentRequired": { "price": ["currency"] },
        "$defs": { "city": { "type": "string", "minLength": 2 } }
      }
      """;

  static McpServer create() {
    return McpServer.named("routes", "1.0.0")
        .tool("plan", tool -> tool.inputSchema(ROUTE).handle((route, call) -> plan(route)))
        .build();
  }

  static String plan(JsonObject route) {
    return "Planned " + route.get("stops");
  }

  // @end region="schema"

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      plan(client, Map.of("stops", List.of("Oslo", "Bergen")));
      plan(client, Map.of("stops", List.of("Bergen", "X"), "price", 0));
      // @end region="client"
    }
  }

  // @start region="client"
  static void plan(McpClient client, Map<String, ?> route) {
    CallToolResult result = client.call("plan", route).result();
    System.out.println(text(result));
  }

  // @end region="client"

  static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }
}
