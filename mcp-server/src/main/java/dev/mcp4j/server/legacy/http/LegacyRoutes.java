/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.transport.HttpCall;

/** What depends on how much is kept of a client. */
interface LegacyRoutes {
  /** Tells whether clients have an id for their session. */
  boolean hasSessions();

  /** Answers a handshake. */
  void initialize(HttpCall call, JsonRpcRequest request);

  /** Serves everything else that is sent. */
  void serve(HttpCall call, Inbound inbound);
}
