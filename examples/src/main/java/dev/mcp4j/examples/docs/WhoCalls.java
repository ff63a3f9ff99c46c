/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Interceptor;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A server that finds out who calls, and shows some tools to some callers only. */
public final class WhoCalls {
  // @start region="identify"
  static final Map<String, Caller> KEYS =
      Map.of(
          "Bearer key-of-ada", new Caller("ada", Set.of("admin"), "http"),
          "Bearer key-of-bob", new Caller("bob", Set.of(), "http"));

  static Reply<?> identify(McpRequest<?> request, Interceptor.Chain chain) throws Exception {
    RequestHeaders headers = request.headers();
    String key = headers == null ? null : headers.first("Authorization");
    Caller caller = key == null ? null : KEYS.get(key);
    return chain.proceed(caller == null ? request : request.withCaller(caller));
  }

  // @end region="identify"

  static McpServer create() {
    // @start region="visible"
    return McpServer.named("accounts", "1.0.0")
        .interceptor(WhoCalls::identify)
        .tool("whoami", tool -> tool.handle((none, call) -> "You are " + call.caller().principal()))
        .tool(
            "close-account",
            tool ->
                tool.visibleTo(caller -> caller.scopes().contains("admin"))
                    .handle((none, call) -> "Closed."))
        .build();
    // @end region="visible"
  }

  public static void main(String[] args) {
    try (McpServer server = create();
        HttpServerHandle http = server.serveHttp(0)) {
      use(http.uri(), "key-of-ada");
      use(http.uri(), "key-of-bob");
    }
  }

  static void use(URI uri, String key) {
    // @start region="client"
    HttpOptions options =
        HttpOptions.builder(uri)
            .customizer((request, message) -> request.header("Authorization", "Bearer " + key))
            .authorizationPartition(() -> key)
            .build();
    McpClient client = McpClient.builder().http(options).build();
    // @end region="client"
    try (client) {
      System.out.println(client.call("whoami").as(String.class));
      System.out.println("  sees " + client.tools().stream().map(Tool::name).toList());
      System.out.println("  " + client.call("close-account").as(String.class));
    } catch (RequestFailedException e) {
      System.out.println("  " + e.error().message());
    }
  }
}
