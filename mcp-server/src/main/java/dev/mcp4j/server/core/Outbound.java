/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The way to one peer: a stdio process, or the one response of an HTTP request. What is handed over
 * after the peer has gone is dropped.
 *
 * <p>Implementations are safe for use by several threads and keep the order of what one thread
 * hands over.
 */
public interface Outbound {
  /**
   * Sends a message. May wait while the peer reads slowly, so it is called on threads that may
   * block, never on the ticker's.
   *
   * @param message a response, or a notification
   * @throws IllegalArgumentException if JSON cannot express it; nothing was sent
   */
  void send(JsonRpcMessage message);

  /**
   * Sends an error response.
   *
   * @param id the id of the request; null if it could not be read
   * @param fault why it failed
   */
  default void fail(@Nullable RequestId id, Fault fault) {
    send(new JsonRpcFailure(id, fault.error()));
  }

  /**
   * Takes a message to be sent soon, without waiting.
   *
   * @param message a notification, or an error response
   * @return false if there is no room for it now; true otherwise, also if the peer has gone
   * @throws IllegalArgumentException if JSON cannot express it; nothing was sent
   */
  boolean offer(JsonRpcMessage message);

  /**
   * Lets the peer hang up and ask later for what is still to come. Does nothing where a peer cannot
   * come back.
   *
   * @param retryAfter how long the peer should wait
   */
  default void detach(Duration retryAfter) {}

  /**
   * Sends the last message of a request that stayed open, after all that was {@linkplain #offer
   * offered} for it. Does not wait, and needs no room.
   *
   * @param result the message
   */
  void finish(JsonRpcResult result);
}
