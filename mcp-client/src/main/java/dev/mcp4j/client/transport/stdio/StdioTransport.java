/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import dev.mcp4j.client.transport.ChannelTransport;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import java.util.function.Supplier;

/** Puts the parts of the stdio transport together. */
public final class StdioTransport {
  private StdioTransport() {}

  /**
   * Launches a server.
   *
   * @param options what and how
   * @return a transport over its standard streams
   * @throws dev.mcp4j.client.TransportException if the process cannot be launched
   */
  public static ClientTransport launch(StdioOptions options) {
    JsonLimits limits = JsonLimits.DEFAULT;
    JsonRpcCodec codec =
        JsonRpcCodec.create(
            new JsonLimits(options.maxMessageBytes(), limits.maxDepth(), limits.maxNumberLength()));
    Supplier<ClientTransport> launcher =
        () -> new ChannelTransport(ProcessChannel.launch(options), codec);
    ClientTransport first = launcher.get();
    return options.restart() ? new RestartingTransport(first, launcher) : first;
  }
}
