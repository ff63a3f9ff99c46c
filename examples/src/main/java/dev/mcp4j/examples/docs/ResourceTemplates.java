/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads resources whose URIs follow a template. */
public final class ResourceTemplates {
  // @start region="template"
  static McpServer create(Path folder, Map<String, String> capitals) {
    return McpServer.named("atlas", "1.0.0")
        .resourceTemplate(
            "atlas:///capitals/{country}",
            template ->
                template
                    .name("capital")
                    .description("The capital of a country")
                    .mimeType("text/plain")
                    .read((match, call) -> capitals.get(match.get("country"))))
        .resourceTemplate(
            "atlas:///maps/{+path}",
            template -> template.name("map").read((match, call) -> map(folder, match.get("path"))))
        .build();
  }

  // @end region="template"

  // @start region="file"
  static @Nullable String map(Path folder, String path) throws IOException {
    Path file = folder.resolve(path).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      return null;
    }
    return Files.readString(file);
  }

  // @end region="file"

  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("maps").toRealPath();
    Path map = Files.writeString(folder.resolve("bergen.txt"), "Here be mountains.");
    try (McpServer server = create(folder, Map.of("Norway", "Oslo"));
        HttpServerHandle http = server.serveHttp(0);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      for (ResourceTemplate template : client.resourceTemplates()) {
        System.out.println(template.name() + ": " + template.uriTemplate());
      }
      System.out.println(client.read("atlas:///capitals/Norway").contents());
      System.out.println(client.read("atlas:///maps/bergen.txt").contents());
      try {
        client.read("atlas:///maps/../../etc/passwd");
      } catch (RequestFailedException e) {
        System.out.println(e.error().message());
      }
      // @end region="client"
    } finally {
      Files.delete(map);
      Files.delete(folder);
    }
  }
}
