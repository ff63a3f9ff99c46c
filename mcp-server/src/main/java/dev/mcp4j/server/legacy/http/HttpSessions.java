/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.legacy.SessionKey;
import dev.mcp4j.server.legacy.SessionRecord;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import dev.mcp4j.server.legacy.wire.Handshake;
import dev.mcp4j.server.transport.HttpCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Begins sessions over HTTP, and finds them again. */
final class HttpSessions {
  private final Sessions sessions;
  private final Handshake handshake;
  private final LegacyCalls calls;

  /** Makes it. */
  HttpSessions(Sessions sessions, Handshake handshake, LegacyCalls calls) {
    this.sessions = sessions;
    this.handshake = handshake;
    this.calls = calls;
  }

  /** Shakes hands. */
  void begin(HttpCall call, JsonRpcRequest request) {
    LegacyReply reply = calls.document(call);
    calls.run(call, reply, request, (received, scope) -> begin(received, scope, reply));
  }

  private Reply<?> begin(McpRequest<?> request, RequestScope scope, LegacyReply reply)
      throws Exception {
    Handshake.Opened opened = handshake.answer(request, scope);
    String id = sessions.begin(opened.facts(), request.caller().principal());
    if (id == null) {
      reply.unavailable();
      throw new McpException(ErrorCode.INTERNAL_ERROR, "There are too many sessions");
    }
    reply.newSession(id);
    return new Reply.Complete<>(opened.result());
  }

  /** Finds the session of a call; null if there is no such session, or it is somebody else's. */
  @Nullable SessionRecord of(HttpCall call) {
    List<String> ids = call.headers().all(Streams.SESSION_ID);
    return ids.size() == 1
        ? sessions.find(new SessionKey(ids.get(0), call.caller().principal()))
        : null;
  }

  /** Returns what the client of a session said in the handshake. */
  static ClientFacts factsOf(SessionRecord session) {
    LegacyRevision revision = LegacyRevision.ofWireName(session.protocolVersion());
    return new ClientFacts(
        revision == null ? LegacyRevision.LATEST : revision,
        session.clientInfo(),
        session.capabilities());
  }
}
