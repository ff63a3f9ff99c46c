/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.client.McpClientException;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and what comes back for it: any number of notifications and then one response.
 *
 * <p>One thread at a time reads an exchange. Any thread may cancel it.
 */
public interface Exchange {
  /**
   * Waits for the next message. The response, a {@link dev.mcp4j.jsonrpc.JsonRpcResponse}, is the
   * last one; after it this method is not called again. Payloads are typed, or bytes that stay
   * valid.
   *
   * @param atMost how long to wait; zero or less to only look
   * @return the message, or null if none came in time
   * @throws McpClientException if there will be no response: the connection broke, the response
   *     cannot be read, or the exchange was cancelled
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException;

  /**
   * Tells the server that the response is no longer wanted, in the way of the transport, and lets
   * go of the exchange. A waiting reader gets a {@link dev.mcp4j.client.CallCancelledException}.
   * Does not block. Does nothing after the response, a failure, or an earlier cancellation.
   *
   * @param reason why, for the server's log; null to give no reason
   */
  void cancel(@Nullable String reason);

  /**
   * Puts a message before the reader as if the server had marked it for this request: for messages
   * of older revisions, which carry no mark. A decorator passes it on. Does not block.
   *
   * @param message a notification or a request of the server, with a payload that stays valid
   * @return false if the exchange takes none
   */
  boolean deliver(JsonRpcMessage message);
}
