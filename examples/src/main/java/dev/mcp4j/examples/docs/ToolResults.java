/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.content.AudioContent;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.EmbeddedResource;
import dev.mcp4j.api.content.ImageContent;
import dev.mcp4j.api.content.ResourceLink;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;

/** What a tool can return: text, images, audio, resources, links, and records. */
public final class ToolResults {
  // @start region="record"
  record Weather(String city, double celsius) {}

  // @end region="record"

  static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};
  static final byte[] WAV = {'R', 'I', 'F', 'F'};

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      for (Tool tool : client.tools()) {
        System.out.println(tool.name());
        // @start region="read"
        for (ContentBlock block : client.call(tool.name()).result().content()) {
          if (block instanceof TextContent text) {
            System.out.println("  text: " + text.text());
          } else if (block instanceof ImageContent image) {
            System.out.println("  " + image.mimeType() + ", " + image.bytes().length + " bytes");
          } else if (block instanceof AudioContent audio) {
            System.out.println("  " + audio.mimeType() + ", " + audio.bytes().length + " bytes");
          } else if (block instanceof EmbeddedResource embedded
              && embedded.resource() instanceof TextResourceContents contents) {
            System.out.println("  " + contents.uri() + ": " + contents.text());
          } else if (block instanceof ResourceLink link) {
            System.out.println("  link to " + link.uri());
          }
        }
        // @end region="read"
      }
      // @start region="typed"
      Weather weather = client.call("weather").as(Weather.class);
      System.out.println(weather.city() + " has " + weather.celsius() + " degrees");
      // @end region="typed"
    }
  }

  static McpServer create() {
    return McpServer.named("results", "1.0.0")
        // @start region="text"
        .tool("text", tool -> tool.handle((none, call) -> "All is well."))
        // @end region="text"
        // @start region="image"
        .tool("image", tool -> tool.handle((none, call) -> ImageContent.of(PNG, "image/png")))
        // @end region="image"
        // @start region="audio"
        .tool("audio", tool -> tool.handle((none, call) -> AudioContent.of(WAV, "audio/wav")))
        // @end region="audio"
        // @start region="embedded"
        .tool(
            "report",
            tool ->
                tool.handle(
                    (none, call) -> {
                      TextResourceContents report =
                          new TextResourceContents(
                              "report://today", "text/plain", "All is well.", JsonObject.EMPTY);
                      return new EmbeddedResource(report, null, JsonObject.EMPTY);
                    }))
        // @end region="embedded"
        // @start region="several"
        .tool(
            "several",
            tool ->
                tool.handle(
                    (none, call) ->
                        List.<ContentBlock>of(
                            TextContent.of("The report, and where older ones are:"),
                            ResourceLink.builder("report://all", "reports").build())))
        // @end region="several"
        // @start region="record"
        .tool(
            "weather",
            tool -> tool.output(Weather.class).handle((none, call) -> new Weather("Bergen", 7.5)))
        // @end region="record"
        .build();
  }
}
