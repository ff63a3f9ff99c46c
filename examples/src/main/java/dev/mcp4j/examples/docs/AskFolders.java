/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.roots.Root;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Call;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;
import java.util.stream.Collectors;

/** A tool that asks which folders its client works in. */
public final class AskFolders {
  // @start region="server"
  static String where(Call call) {
    List<Root> roots = call.roots("folders");
    return roots.stream().map(Root::uri).collect(Collectors.joining(", "));
  }

  // @end region="server"

  public static void main(String[] args) {
    try (McpServer server =
            McpServer.named("builds", "1.0.0")
                .tool("where", tool -> tool.handle((none, call) -> where(call)))
                .build();
        HttpServerHandle http = server.serveHttp(0)) {
      // @start region="client"
      List<Root> folders = List.of(new Root("file:///home/ada/engine", "engine", JsonObject.EMPTY));
      try (McpClient client = McpClient.builder().http(http.uri()).onRoots(() -> folders).build()) {
        System.out.println(client.call("where").as(String.class));
      }
      // @end region="client"
    }
  }
}
