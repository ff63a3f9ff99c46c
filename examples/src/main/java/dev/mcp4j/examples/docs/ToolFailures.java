/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.ToolFailedException;
import dev.mcp4j.schema.Range;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.Map;

/** What becomes of a tool that fails. */
public final class ToolFailures {
  record Order(@Range(min = 1, max = 99) int pieces) {}

  static McpServer create() {
    return McpServer.named("shop", "1.0.0")
        .tool("order", tool -> tool.input(Order.class).handle((order, call) -> order(order)))
        .build();
  }

  // @start region="server"
  static String order(Order order) {
    if (order.pieces() > 50) {
      throw new ToolError("Only 50 pieces are left. Order fewer.");
    }
    if (order.pieces() == 13) {
      throw new McpException(1013, "This shop is closed on the 13th");
    }
    if (order.pieces() == 7) {
      throw new IllegalStateException("password of the database: hunter2");
    }
    return "Ordered " + order.pieces() + " pieces.";
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      order(client, 5);
      order(client, 60);
      order(client, 100);
      order(client, 7);
      order(client, 13);
    }
  }

  // @start region="client"
  static void order(McpClient client, int pieces) {
    try {
      System.out.println(client.call("order", Map.of("pieces", pieces)).as(String.class));
    } catch (ToolFailedException e) {
      System.out.println("The tool says: " + withoutReference(e.getMessage()));
    } catch (RequestFailedException e) {
      System.out.println("Error " + e.code() + ": " + e.error().message());
    }
  }

  // @end region="client"

  /** A reference is another one each time. */
  static String withoutReference(String text) {
    return text.replaceAll("[0-9a-f]{12}", "0123456789ab");
  }
}
