/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;

/** Whoever sends the requests that {@link HttpExchange}s are for. Safe for several threads. */
public interface HttpPeer {
  /**
   * Names the server.
   *
   * @return a text for messages
   */
  String target();

  /**
   * Returns what reads messages.
   *
   * @return the codec
   */
  JsonRpcCodec codec();

  /**
   * Returns how large one message may be.
   *
   * @return the most bytes
   */
  int maxReplyBytes();

  /**
   * Returns where streams go that have delivered their reply.
   *
   * @return the streams that linger
   */
  Lingering lingering();

  /**
   * Takes a message that does not belong to the exchange it came with. Does not block.
   *
   * @param message the message
   */
  void unmatched(JsonRpcMessage message);

  /**
   * Takes note that an exchange has come to its end. Nothing is to do for who keeps none.
   *
   * @param exchange the exchange
   */
  default void forget(HttpExchange exchange) {}
}
