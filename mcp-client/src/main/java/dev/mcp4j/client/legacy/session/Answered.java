/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An exchange whose response is known from the start. */
record Answered(JsonRpcResponse response) implements Exchange {
  @Override
  public JsonRpcMessage next(Duration atMost) {
    return response;
  }

  @Override
  public boolean deliver(JsonRpcMessage message) {
    return false;
  }

  @Override
  public void cancel(@Nullable String reason) {}
}
