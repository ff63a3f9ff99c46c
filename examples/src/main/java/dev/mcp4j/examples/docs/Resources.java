/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.resource.BlobResourceContents;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceContents;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.concurrent.atomic.AtomicInteger;

/** Lists and reads resources. */
public final class Resources {
  static McpServer create() {
    byte[] logo = {(byte) 0x89, 'P', 'N', 'G'};
    AtomicInteger visits = new AtomicInteger();
    return McpServer.named("office", "1.0.0")
        // @start region="text"
        .resource(
            "office://rules",
            resource ->
                resource
                    .name("rules")
                    .title("Rules of the house")
                    .mimeType("text/markdown")
                    .text("# Rules\n\nClose the windows.\n"))
        // @end region="text"
        // @start region="bytes"
        .resource(
            "office://logo.png",
            resource -> resource.name("logo").mimeType("image/png").bytes(logo))
        // @end region="bytes"
        // @start region="computed"
        .resource(
            "office://visits",
            resource ->
                resource
                    .name("visits")
                    .mimeType("text/plain")
                    .read(call -> visits.incrementAndGet() + " visits"))
        // @end region="computed"
        .build();
  }

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="list"
      for (Resource resource : client.resources()) {
        System.out.println(resource.name() + ", " + resource.mimeType() + ", " + resource.size());
      }
      // @end region="list"
      read(client, "office://rules");
      read(client, "office://logo.png");
      read(client, "office://visits");
      // @start region="missing"
      try {
        client.read("office://cellar");
      } catch (RequestFailedException e) {
        System.out.println("Error " + e.code() + ": " + e.error().message() + " " + e.data());
      }
      // @end region="missing"
    }
  }

  // @start region="read"
  static void read(McpClient client, String uri) {
    for (ResourceContents contents : client.read(uri).contents()) {
      if (contents instanceof TextResourceContents text) {
        System.out.println(text.uri() + ": " + text.text().strip());
      } else if (contents instanceof BlobResourceContents blob) {
        System.out.println(blob.uri() + ": " + blob.bytes().length + " bytes");
      }
    }
  }
  // @end region="read"
}
