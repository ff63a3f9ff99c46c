/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.netty.NettyHttpServer;
import dev.mcp4j.netty.NettyOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.testkit.ServedServer;
import dev.mcp4j.testkit.contract.TransportContract;
import java.util.function.Supplier;

/** The transport over Netty keeps the contract of transports. */
class NettyTransportTest extends TransportContract {
  @Override
  protected ServedServer serve(Class<? extends Supplier<McpServer>> factory) throws Exception {
    var constructor = factory.getDeclaredConstructor();
    constructor.setAccessible(true);
    McpServer server = constructor.newInstance().get();
    var http = dev.mcp4j.server.transport.HttpOptions.onPort(0);
    HttpServerHandle handle =
        NettyHttpServer.serve(NettyOptions.builder(http).build(), server.httpEndpoint(http));
    return ServedServer.of(
        server,
        () -> ClientTransport.http(HttpOptions.of(handle.uri())),
        () -> {
          handle.close();
          server.close();
        });
  }
}
