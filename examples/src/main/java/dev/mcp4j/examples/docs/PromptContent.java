/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Role;
import dev.mcp4j.api.content.EmbeddedResource;
import dev.mcp4j.api.content.ImageContent;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.prompt.PromptMessage;
import dev.mcp4j.api.resource.TextResourceContents;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;

/** Prompts that carry an image or a resource. */
public final class PromptContent {
  static final byte[] PHOTO = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  static McpServer create() {
    return McpServer.named("archive", "1.0.0")
        // @start region="image"
        .prompt(
            "describe-photo",
            prompt ->
                prompt.get(
                    (none, call) ->
                        List.of(
                            new PromptMessage(Role.USER, ImageContent.of(PHOTO, "image/jpeg")),
                            PromptMessage.user("What is in this photo?"))))
        // @end region="image"
        // @start region="resource"
        .prompt(
            "explain-rules",
            prompt ->
                prompt.get(
                    (none, call) -> {
                      TextResourceContents rules =
                          new TextResourceContents(
                              "office://rules",
                              "text/plain",
                              "Close the windows.",
                              JsonObject.EMPTY);
                      return List.of(
                          new PromptMessage(
                              Role.USER, new EmbeddedResource(rules, null, JsonObject.EMPTY)),
                          PromptMessage.user("Explain these rules to a visitor."));
                    }))
        // @end region="resource"
        .build();
  }

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      print(client, "describe-photo");
      print(client, "explain-rules");
    }
  }

  // @start region="client"
  static void print(McpClient client, String prompt) {
    for (PromptMessage message : client.prompt(prompt).messages()) {
      if (message.content() instanceof ImageContent image) {
        System.out.println(message.role() + ": " + image.mimeType());
      } else if (message.content() instanceof EmbeddedResource embedded
          && embedded.resource() instanceof TextResourceContents resource) {
        System.out.println(message.role() + ": " + resource.uri() + " " + resource.text());
      } else if (message.content() instanceof TextContent text) {
        System.out.println(message.role() + ": " + text.text());
      }
    }
  }
  // @end region="client"
}
