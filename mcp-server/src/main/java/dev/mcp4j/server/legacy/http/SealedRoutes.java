/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.transport.HttpCall;
import java.util.function.Supplier;

/**
 * Knows clients by the ids they bring.
 *
 * @param pipeline the server
 * @param calls serves messages
 * @param sessions opens the ids
 * @param ids makes ids nobody can guess
 */
record SealedRoutes(
    Pipeline pipeline, LegacyCalls calls, HttpSessions sessions, Supplier<String> ids)
    implements LegacyRoutes {
  @Override
  public boolean hasSessions() {
    return true;
  }

  @Override
  public void initialize(HttpCall call, JsonRpcRequest request) {
    sessions.begin(call, request);
  }

  @Override
  public void serve(HttpCall call, Inbound inbound) {
    SessionRecord session = sessions.of(call);
    if (session == null) {
      calls.refuse(call, LegacyHttp.noSession());
    } else {
      calls.serve(call, new Passing(pipeline, HttpSessions.factsOf(session), ids), inbound);
    }
  }
}
