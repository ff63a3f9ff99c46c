/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.server.core.MessageReader;
import dev.mcp4j.server.transport.HttpCall;

/** Takes what a call brought. */
public interface CallReceiver {
  /**
   * Answers a call, now or later. Runs handlers on this thread.
   *
   * @param call the call
   * @param inbound the message in its body, with typed parameters as {@link MessageReader} reads
   *     them, or what is wrong with it
   */
  void receive(HttpCall call, Inbound inbound);

  /**
   * Tells whether {@link #receive} never blocks for a call.
   *
   * @param call the call
   * @param inbound the message in its body
   * @return false if it may block
   */
  boolean isInline(HttpCall call, Inbound inbound);
}
