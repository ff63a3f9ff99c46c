/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.transport.HttpRequestCustomizer;
import dev.mcp4j.examples.docs.HelloServer.Greet;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.time.Duration;

/** Serves and calls over Streamable HTTP, and turns away web pages that may not call. */
public final class HttpTransport {
  static HttpServerHandle serve(McpServer server) {
    // @start region="server"
    HttpOptions options =
        HttpOptions.builder(0)
            .path("/tools")
            .maxBodyBytes(1 << 20)
            .allowOrigin("https://app.example.com")
            .drain(Duration.ofSeconds(5))
            .build();
    HttpServerHandle http = server.serveHttp(options);
    // @end region="server"
    return http;
  }

  public static void main(String[] args) {
    try (McpServer server = HelloServer.create();
        HttpServerHandle http = serve(server)) {
      // @start region="use"
      greet(http.uri(), (request, message) -> {});
      greet(http.uri(), (request, message) -> request.header("Origin", "https://app.example.com"));
      greet(http.uri(), (request, message) -> request.header("Origin", "https://evil.example"));
      greet(http.uri().resolve("/mcp"), (request, message) -> {});
      // @end region="use"
    }
  }

  // @start region="client"
  static void greet(URI uri, HttpRequestCustomizer customizer) {
    var options =
        dev.mcp4j.client.transport.HttpOptions.builder(uri)
            .connectTimeout(Duration.ofSeconds(3))
            .customizer(customizer)
            .build();
    try (McpClient client = McpClient.builder().http(options).build()) {
      System.out.println(client.call("greet", new Greet("Ada")).as(String.class));
    } catch (RequestFailedException e) {
      System.out.println("refused: " + e.error().message());
    } catch (HttpStatusException e) {
      System.out.println("status " + e.status());
    }
  }
  // @end region="client"
}
