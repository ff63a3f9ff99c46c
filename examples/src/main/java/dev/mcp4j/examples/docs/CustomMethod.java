/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.RouteTable;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.Map;

/** An extension: a capability of its own, and a method behind it. */
public final class CustomMethod {
  // @start region="method"
  static final String EXTENSION = "com.example/health";

  static final RequestMethod<EmptyRequestParams, CallToolResult> HEALTH =
      new RequestMethod<>("com.example/health", EmptyRequestParams.class, CallToolResult.class);

  // @end region="method"

  // @start region="feature"
  static final class Health implements Feature {
    @Override
    public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
      capabilities.extensions(Map.of(EXTENSION, JsonObject.EMPTY));
    }

    @Override
    public void routes(RouteTable routes) {
      routes.add(
          HEALTH, (request, notifier) -> new Reply.Complete<>(CallToolResult.text("I am well.")));
    }
  }

  // @end region="feature"

  public static void main(String[] args) {
    try (McpServer server = McpServer.named("doctor", "1.0.0").feature(new Health()).build();
        HttpServerHandle http = server.serveHttp(0)) {
      // @start region="client"
      try (McpClient client =
          McpClient.builder().http(http.uri()).extension(EXTENSION, JsonObject.EMPTY).build()) {
        if (client.discover().capabilities().extensions().containsKey(EXTENSION)) {
          EmptyRequestParams params = new EmptyRequestParams(RequestMeta.EMPTY);
          System.out.println(client.request(HEALTH, params).result().content());
        }
      }
      // @end region="client"
    }
  }
}
