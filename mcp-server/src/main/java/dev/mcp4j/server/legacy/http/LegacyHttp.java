/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.core.McpHeaders;
import dev.mcp4j.server.core.ModernClaim;
import dev.mcp4j.server.legacy.wire.Lifting;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.http.CallReceiver;
import dev.mcp4j.server.transport.http.HttpProblem;
import dev.mcp4j.server.transport.http.StreamableHttp;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Serves clients of every revision over HTTP. What claims to be modern goes to the modern endpoint;
 * what belongs to a session, or begins one, stays here. The body of a call is read once.
 *
 * <p>Specification 2026-07-28: basic/versioning, Backward Compatibility with Initialization-Based
 * Versions; 2025-11-25: basic/transports, Session Management, Protocol Version Header.
 */
final class LegacyHttp implements HttpEndpoint, CallReceiver {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final StreamableHttp modern;
  private final boolean modernToo;
  private final boolean atOnce;
  private final LegacyCalls calls;
  private final LegacyRoutes routes;
  private final @Nullable SessionStreams streams;
  private final @Nullable SseTransport sse;
  private final List<Runnable> endings;
  private final String allowed;

  /**
   * Makes an endpoint.
   *
   * @param modern serves modern calls
   * @param modernToo whether they are served at all
   * @param atOnce whether nothing that is kept of older clients makes a thread wait
   * @param calls refuses calls
   * @param routes serves the messages of older clients
   * @param streams serves the streams of sessions; null if sessions have none
   * @param sse serves the transport of 2024-11-05; null if it is off
   * @param endings what there is to do at the end
   */
  LegacyHttp(
      StreamableHttp modern,
      boolean modernToo,
      boolean atOnce,
      LegacyCalls calls,
      LegacyRoutes routes,
      @Nullable SessionStreams streams,
      @Nullable SseTransport sse,
      List<Runnable> endings) {
    this.modern = modern;
    this.modernToo = modernToo;
    this.atOnce = atOnce;
    this.calls = calls;
    this.routes = routes;
    this.streams = streams;
    this.sse = sse;
    this.endings = List.copyOf(endings);
    this.allowed = String.join(", ", methods()) + ", OPTIONS";
  }

  @Override
  public List<String> methods() {
    return streams == null ? List.of("POST") : List.of("GET", "POST", "DELETE");
  }

  @Override
  public boolean isAt(String path) {
    return sse != null && sse.isAt(path);
  }

  @Override
  public void serve(HttpCall call) throws IOException {
    if (sse != null && sse.isAt(call.path())) {
      sse.serve(call);
    } else if (streams != null && call.method().equals("GET")) {
      ofSessions(call, streams::open);
    } else if (streams != null && call.method().equals("DELETE")) {
      ofSessions(call, streams::delete);
    } else {
      modern.read(call, allowed, this);
    }
  }

  @Override
  public boolean isInline(HttpCall call, Inbound inbound) {
    JsonRpcRequest request = requestOf(inbound);
    return (isModern(request, call.headers()) || (request != null && isAtOnce(request)))
        && modern.isInline(call, inbound);
  }

  /** A handshake passes through interceptors, which may wait. */
  private boolean isAtOnce(JsonRpcRequest request) {
    return atOnce && !request.method().equals(LegacyMethods.INITIALIZE.name());
  }

  @Override
  public void receive(HttpCall call, Inbound inbound) {
    JsonRpcRequest request = requestOf(inbound);
    RequestHeaders headers = call.headers();
    boolean named = !headers.all(Streams.SESSION_ID).isEmpty();
    // A notification or a response cannot say in its body which revision it is of.
    boolean unknown = request == null && named && routes.hasSessions() && namesNoRevision(headers);
    if (inbound instanceof Inbound.Malformed || (isModern(request, headers) && !unknown)) {
      modern.receive(call, inbound);
    } else if (named && routes.hasSessions()) {
      ofSessions(call, known -> routes.serve(known, inbound));
    } else if (request != null && request.method().equals(LegacyMethods.INITIALIZE.name())) {
      routes.initialize(call, request);
    } else if (!routes.hasSessions()) {
      routes.serve(call, inbound);
    } else if (!modernToo || headers.first(McpHeaders.PROTOCOL_VERSION) != null) {
      calls.refuse(
          call, HttpProblem.of(BAD_REQUEST, "The header " + Streams.SESSION_ID + " is missing"));
    } else {
      modern.receive(call, inbound);
    }
  }

  /** Serves a call unless it claims a revision that has no sessions, or that nobody knows. */
  private void ofSessions(HttpCall call, Consumer<HttpCall> service) {
    String version = call.headers().first(McpHeaders.PROTOCOL_VERSION);
    if (version == null || LegacyRevision.ofWireName(version) != null) {
      service.accept(call);
    } else {
      calls.refuse(
          call,
          HttpProblem.of(
              BAD_REQUEST,
              "The header "
                  + McpHeaders.PROTOCOL_VERSION
                  + " names no revision that has sessions"));
    }
  }

  private static boolean namesNoRevision(RequestHeaders headers) {
    String version = headers.first(McpHeaders.PROTOCOL_VERSION);
    return version != null
        && !ProtocolVersion.LEGACY.contains(version)
        && !ProtocolVersion.MODERN.contains(version);
  }

  private static @Nullable JsonRpcRequest requestOf(Inbound inbound) {
    return inbound instanceof Inbound.Single single
            && single.message() instanceof JsonRpcRequest request
        ? request
        : null;
  }

  private boolean isModern(@Nullable JsonRpcRequest request, RequestHeaders headers) {
    RequestMeta meta = request == null ? RequestMeta.EMPTY : Lifting.paramsOf(request).meta();
    return modernToo && ModernClaim.isMade(meta, headers);
  }

  static HttpProblem noSession() {
    return HttpProblem.of(NOT_FOUND, "There is no such session");
  }

  @Override
  public void drain() {
    modern.drain();
    if (streams != null) {
      streams.drain();
    }
    if (sse != null) {
      sse.drain();
    }
  }

  @Override
  public void release() {
    modern.release();
    endings.forEach(Runnable::run);
  }
}
