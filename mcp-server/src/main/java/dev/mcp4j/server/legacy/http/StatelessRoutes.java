/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.core.McpHeaders;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import dev.mcp4j.server.legacy.wire.Handshake;
import dev.mcp4j.server.transport.HttpCall;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Forgets every client between two calls. */
final class StatelessRoutes implements LegacyRoutes {
  private final Pipeline pipeline;
  private final LegacyCalls calls;
  private final Handshake handshake;
  private final Supplier<String> ids;

  /**
   * Makes the routes.
   *
   * @param ids makes ids nobody can guess
   */
  StatelessRoutes(Pipeline pipeline, LegacyCalls calls, Supplier<String> ids) {
    this.pipeline = pipeline;
    this.calls = calls;
    this.handshake = new Handshake(pipeline, false);
    this.ids = ids;
  }

  @Override
  public boolean hasSessions() {
    return false;
  }

  @Override
  public void initialize(HttpCall call, JsonRpcRequest request) {
    calls.run(
        call,
        calls.document(call),
        request,
        (received, scope) -> new Reply.Complete<>(handshake.answer(received, scope).result()));
  }

  @Override
  public void serve(HttpCall call, Inbound inbound) {
    ClientFacts facts = new ClientFacts(revisionOf(call.headers()), null, ClientCapabilities.NONE);
    calls.serve(call, new Passing(pipeline, facts, ids), inbound);
  }

  /** Without a word from the client it is the first revision over this transport. */
  private static LegacyRevision revisionOf(RequestHeaders headers) {
    String version = headers.first(McpHeaders.PROTOCOL_VERSION);
    @Nullable LegacyRevision revision = version == null ? null : LegacyRevision.ofWireName(version);
    return revision == null ? LegacyRevision.V2025_03_26 : revision;
  }
}
