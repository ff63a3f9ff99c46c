/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.SessionStore;
import dev.mcp4j.server.transport.HttpCall;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Keeps a session for every client.
 *
 * @param pipeline the server
 * @param calls serves messages
 * @param sessions begins and finds sessions
 * @param store keeps what changes of them
 * @param live what this process holds of them
 * @param patience how long to wait for answers of a client
 * @param waiting one permit for every request that may wait for an answer
 * @param ids makes ids nobody can guess
 */
record SessionRoutes(
    Pipeline pipeline,
    LegacyCalls calls,
    HttpSessions sessions,
    SessionStore store,
    LiveSessions live,
    Duration patience,
    Semaphore waiting,
    Supplier<String> ids)
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
      return;
    }
    LiveSession open = live.open(session, call.caller());
    calls.serve(call, new Member(pipeline, open, store, patience, waiting, ids), inbound);
  }
}
