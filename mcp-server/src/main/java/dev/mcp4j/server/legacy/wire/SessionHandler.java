/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.SetLevelRequestParams;
import dev.mcp4j.api.legacy.SubscribeRequestParams;
import dev.mcp4j.api.legacy.UnsubscribeRequestParams;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.core.Faults;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.core.ScopeHandler;
import dev.mcp4j.server.legacy.SessionRecord;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers the requests of a session, or of a client that has none: those methods that only older
 * revisions have by itself, the others by the server.
 */
public final class SessionHandler implements ScopeHandler {
  private static final Set<String> OWN =
      Set.of(
          LegacyMethods.PING.name(),
          LegacyMethods.SET_LEVEL.name(),
          LegacyMethods.SUBSCRIBE.name(),
          LegacyMethods.UNSUBSCRIBE.name(),
          LegacyMethods.INITIALIZE.name(),
          Methods.DISCOVER.name(),
          Methods.LISTEN.name());

  private final @Nullable LegacySession session;
  private final Consumer<UnaryOperator<SessionRecord>> keeping;
  private final InputLoop server;

  /**
   * Makes the handler of one request.
   *
   * @param server answers the methods of the newest revision
   * @param session the session; null if there is none
   * @param asking the way to ask the client
   */
  public SessionHandler(Pipeline server, @Nullable LegacySession session, Asking asking) {
    this(server, session, change -> {}, asking);
  }

  /**
   * Makes the handler of one request in a session that is kept elsewhere too.
   *
   * @param server answers the methods of the newest revision
   * @param session the session; null if there is none
   * @param keeping takes what the request changes of the session
   * @param asking the way to ask the client
   */
  public SessionHandler(
      Pipeline server,
      @Nullable LegacySession session,
      Consumer<UnaryOperator<SessionRecord>> keeping,
      Asking asking) {
    this.session = session;
    this.keeping = keeping;
    this.server = new InputLoop(server, asking);
  }

  /**
   * Tells whether a request is answered at once.
   *
   * @param server answers the methods of the newest revision
   * @param request the request, with typed parameters
   * @return true if it needs no thread that may block
   */
  static boolean answersAtOnce(Pipeline server, JsonRpcRequest request) {
    return OWN.contains(request.method()) || server.answersAtOnce(request);
  }

  @Override
  public Reply<?> handle(McpRequest<?> request, RequestScope scope) throws Exception {
    String method = request.method();
    if (!OWN.contains(method)) {
      return server.handle(request, scope);
    } else if (method.equals(LegacyMethods.PING.name())) {
      return done();
    } else if (method.equals(LegacyMethods.INITIALIZE.name())) {
      throw new McpException(ErrorCode.INVALID_REQUEST, "The session is initialized already");
    } else if (session == null) {
      throw notFound(method);
    }
    return handle(request, session);
  }

  private Reply<?> handle(McpRequest<?> request, LegacySession session) {
    String method = request.method();
    if (method.equals(LegacyMethods.SET_LEVEL.name()) && session.capabilities().logging() != null) {
      LoggingLevel level = Handshake.read(request.params(), SetLevelRequestParams.class).level();
      change(() -> session.level(level), kept -> kept.withLevel(level));
    } else if (method.equals(LegacyMethods.SUBSCRIBE.name()) && canSubscribe(session)) {
      String uri = Handshake.read(request.params(), SubscribeRequestParams.class).uri();
      change(() -> session.subscribe(uri), kept -> kept.withSubscription(uri));
    } else if (method.equals(LegacyMethods.UNSUBSCRIBE.name()) && canSubscribe(session)) {
      String uri = Handshake.read(request.params(), UnsubscribeRequestParams.class).uri();
      change(() -> session.unsubscribe(uri), kept -> kept.withoutSubscription(uri));
    } else {
      throw notFound(method);
    }
    return done();
  }

  private void change(Runnable here, UnaryOperator<SessionRecord> elsewhere) {
    here.run();
    keeping.accept(elsewhere);
    // Once more: in between, another request may have followed what was kept before.
    here.run();
  }

  private static boolean canSubscribe(LegacySession session) {
    var resources = session.capabilities().resources();
    return resources != null && Boolean.TRUE.equals(resources.subscribe());
  }

  private static Reply<?> done() {
    return new Reply.Complete<>(EmptyResult.INSTANCE);
  }

  private static McpException notFound(String method) {
    return new McpException(
        ErrorCode.METHOD_NOT_FOUND, "Method not found: " + Faults.shown(method));
  }
}
