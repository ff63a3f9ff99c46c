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
import java.io.InputStream;
import java.io.OutputStream;
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
    Supplier<ClientTransport> launcher = () -> launchOnce(options);
    ClientTransport first = launcher.get();
    return options.restart() ? restarting(first, launcher) : first;
  }

  /**
   * Launches a server, which is not launched again after it has exited.
   *
   * @param options what and how
   * @return a transport over its standard streams
   * @throws dev.mcp4j.client.TransportException if the process cannot be launched
   */
  public static ClientTransport launchOnce(StdioOptions options) {
    return new ChannelTransport(ProcessChannel.launch(options), codec(options.maxMessageBytes()));
  }

  /**
   * Makes a transport that is replaced when it has lost its server.
   *
   * @param first the first one, not started yet
   * @param launcher makes the others
   * @return the transport
   */
  public static ClientTransport restarting(
      ClientTransport first, Supplier<ClientTransport> launcher) {
    return new RestartingTransport(first, launcher);
  }

  /**
   * Makes a transport over streams that somebody else has opened.
   *
   * @param in where messages come from
   * @param out where messages go
   * @param target names the server
   * @return the transport, which closes the streams
   */
  public static ClientTransport over(InputStream in, OutputStream out, String target) {
    int maxMessageBytes = StdioOptions.DEFAULT_MAX_MESSAGE_BYTES;
    return new ChannelTransport(
        new StreamChannel(in, out, target, maxMessageBytes), codec(maxMessageBytes));
  }

  private static JsonRpcCodec codec(int maxMessageBytes) {
    JsonLimits limits = JsonLimits.DEFAULT;
    return JsonRpcCodec.create(
        new JsonLimits(maxMessageBytes, limits.maxDepth(), limits.maxNumberLength()));
  }
}
