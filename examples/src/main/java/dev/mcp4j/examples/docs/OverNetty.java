/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.examples.docs.HelloServer.Greet;
import dev.mcp4j.netty.NettyHttpServer;
import dev.mcp4j.netty.NettyOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.time.Duration;

/** Serves over Netty. */
public final class OverNetty {
  private OverNetty() {}

  // @start region="serve"
  static HttpServerHandle serve(McpServer server) {
    HttpOptions http = HttpOptions.onPort(0);
    NettyOptions options = NettyOptions.builder(http).idle(Duration.ofMinutes(2)).build();
    return NettyHttpServer.serve(options, server.httpEndpoint(http));
  }

  // @end region="serve"

  public static void main(String[] args) {
    try (McpServer server = HelloServer.create();
        HttpServerHandle http = serve(server);
        McpClient client = McpClient.connect(http.uri())) {
      System.out.println(client.call("greet", new Greet("Ada")).as(String.class));
    }
  }
}
