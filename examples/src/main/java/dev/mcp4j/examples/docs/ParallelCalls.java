/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.stream.IntStream;

/** Several calls at a time. */
public final class ParallelCalls {
  record Side(int length) {}

  record Square(int area) {}

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("geometry", "1.0.0")
                .tool(
                    "square",
                    tool ->
                        tool.input(Side.class)
                            .output(Square.class)
                            .handle((side, call) -> new Square(side.length() * side.length())))
                .build();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="start"
      List<PendingCall<Square>> pending =
          IntStream.rangeClosed(1, 5)
              .mapToObj(i -> client.call("square", new Side(i)).start(Square.class))
              .toList();
      for (PendingCall<Square> call : pending) {
        System.out.println(call.await());
      }
      // @end region="start"
    }
  }
}
