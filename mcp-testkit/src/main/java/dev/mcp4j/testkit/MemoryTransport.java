/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.time.Duration;
import java.util.function.Consumer;

/** The client's end of a connection in memory, which brings its server's end along. */
final class MemoryTransport extends ForwardingTransport {
  /** How long a server may take to notice that its client has gone, beside its drain time. */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

  private final ServerSide server;
  private final BytePipe up;
  private final BytePipe down;
  private final Duration drain;

  MemoryTransport(
      ClientTransport client, ServerSide server, BytePipe up, BytePipe down, Duration drain) {
    super(client);
    this.server = server;
    this.up = up;
    this.down = down;
    this.drain = drain;
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    super.start(unmatched);
    server.start();
  }

  @Override
  public void close() {
    super.close();
    if (!server.awaitEnd(drain.plus(PATIENCE))) {
      server.interrupt();
      up.close();
      down.close();
      boolean unused = server.awaitEnd(LAST_PATIENCE);
    }
  }
}
