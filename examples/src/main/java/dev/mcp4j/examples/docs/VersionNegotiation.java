/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** How client and server agree on a revision of the protocol. */
public final class VersionNegotiation {
  public static void main(String[] args) throws IOException, InterruptedException {
    // So that the reply is plain JSON, however slow the machine.
    HttpOptions patient = HttpOptions.builder(0).streamAfter(Duration.ofMinutes(1)).build();
    try (McpServer server = HelloServer.create();
        HttpServerHandle http = server.serveHttp(patient);
        McpClient client = McpClient.connect(http.uri())) {
      // @start region="client"
      System.out.println("before the first call: " + client.protocolVersion());
      System.out.println("the server speaks " + client.discover().supportedVersions().get(0));
      System.out.println("in use: " + client.protocolVersion());
      System.out.println("this library knows " + ProtocolVersion.MODERN);
      // @end region="client"

      // @start region="refusal"
      String revision = "2099-01-01";
      HttpRequest fromTheFuture =
          HttpRequest.newBuilder(http.uri())
              .header("Content-Type", "application/json")
              .header("Accept", "application/json, text/event-stream")
              .header("MCP-Protocol-Version", revision)
              .header("Mcp-Method", "server/discover")
              .POST(HttpRequest.BodyPublishers.ofString(discover(revision)))
              .build();
      HttpResponse<String> reply =
          HttpClient.newHttpClient().send(fromTheFuture, HttpResponse.BodyHandlers.ofString());
      System.out.println("status " + reply.statusCode() + ", " + reply.body());
      // @end region="refusal"
    }
  }

  static String discover(String revision) {
    return """
        {"jsonrpc": "2.0", "id": 1, "method": "server/discover", "params": {"_meta": {
          "io.modelcontextprotocol/protocolVersion": "%s",
          "io.modelcontextprotocol/clientInfo": {"name": "future", "version": "9.0.0"},
          "io.modelcontextprotocol/clientCapabilities": {}}}}
        """
        .formatted(revision);
  }
}
