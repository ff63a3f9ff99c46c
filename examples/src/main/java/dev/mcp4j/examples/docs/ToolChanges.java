/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.ListenHandle;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Tools come and go while the server runs, and a client hears of it. */
public final class ToolChanges {
  public static void main(String[] args) throws InterruptedException {
    // @start region="server"
    McpServer server =
        McpServer.named("plugins", "1.0.0")
            .toolsMayChange()
            .tool("install", tool -> tool.handle((none, call) -> "Installed."))
            .build();
    // @end region="server"
    try (server;
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      BlockingQueue<String> changes = new LinkedBlockingQueue<>();
      ChangeListener listener =
          new ChangeListener() {
            @Override
            public void onToolsChanged() {
              changes.add(String.join(", ", client.tools().stream().map(Tool::name).toList()));
            }
          };
      SubscriptionFilter filter = SubscriptionFilter.builder().toolsListChanged(true).build();
      ListenHandle subscription = client.listen(filter, listener);
      // @end region="client"
      try (subscription) {
        // @start region="change"
        server.addTool("paint", tool -> tool.handle((none, call) -> "Painted."));
        System.out.println("now there are: " + changes.take());
        server.removeTool("install");
        System.out.println("now there are: " + changes.take());
        // @end region="change"
      }
    }
  }
}
