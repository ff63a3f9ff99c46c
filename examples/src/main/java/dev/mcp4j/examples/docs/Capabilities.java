/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;

/** What client and server know of each other's abilities. */
public final class Capabilities {
  static McpServer create() {
    return McpServer.named("notes", "1.4.0")
        .instructions("Search before you write.")
        .toolsMayChange()
        // @start region="server"
        .tool(
            "tidy",
            tool ->
                tool.handle(
                    (none, call) ->
                        call.client().canFillForms()
                            ? "I can ask before I delete."
                            : "I cannot ask, so I delete nothing."))
        // @end region="server"
        .build();
  }

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient plain = McpClient.connect(http.uri());
        McpClient asking =
            McpClient.builder().http(http.uri()).onElicitation(form -> form.cancel()).build()) {
      // @start region="client"
      DiscoverResult discovered = plain.discover();
      ServerCapabilities capabilities = discovered.capabilities();
      System.out.println("tools: " + (capabilities.tools() != null));
      System.out.println("prompts: " + (capabilities.prompts() != null));
      System.out.println("logging: " + (capabilities.logging() != null));
      System.out.println("instructions: " + discovered.instructions());
      System.out.println("revision in use: " + plain.protocolVersion());
      // @end region="client"
      System.out.println(plain.call("tidy").as(String.class));
      System.out.println(asking.call("tidy").as(String.class));
    }
  }
}
