/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Waits for responses among what else comes. */
public final class Responses {
  /** How much may have come before the response when the time is up. */
  private static final int MAX_OVERDUE = 1_000;

  private Responses() {}

  /**
   * Waits. A server that never pauses cannot prolong the wait.
   *
   * @param exchange brings the response
   * @param atMost how long to wait; zero to only look
   * @param others takes what comes before the response
   * @return the response, or null if it did not come in time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static @Nullable JsonRpcResponse await(
      Exchange exchange, Duration atMost, Consumer<JsonRpcMessage> others)
      throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    int overdue = 0;
    while (true) {
      JsonRpcMessage message = exchange.next(deadline.left());
      if (message instanceof JsonRpcResponse response) {
        return response;
      }
      if (message == null || (deadline.isOver() && overdue++ == MAX_OVERDUE)) {
        return null;
      }
      others.accept(message);
    }
  }
}
