/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.core.ConnectionEndpoint;
import dev.mcp4j.server.core.MessageEndpoint;
import dev.mcp4j.server.core.ModernClaim;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.core.ServerCore;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Serves clients of every revision over one connection. A request that claims to be modern is, one
 * that does not belongs to the session of the connection, which {@code initialize} begins.
 *
 * <p>Specification 2026-07-28: basic/versioning, Backward Compatibility with Initialization-Based
 * Versions.
 */
public final class DualEraEndpoint implements MessageEndpoint {
  private final ServerCore core;
  private final ConnectionEndpoint modern;
  private final Outbound out;
  private final Settings settings;
  private final Handshake handshake;
  private final PendingQuestions questions;
  private volatile @Nullable LegacySession session;

  /**
   * What every connection has in common.
   *
   * @param modernToo whether modern requests are served at all
   * @param patience how long to wait for answers of the client
   * @param ids makes unguessable ids
   * @param pages knows which web pages users were sent to
   */
  public record Settings(
      boolean modernToo, Duration patience, Supplier<String> ids, UrlElicitations pages) {}

  /**
   * Makes the endpoint of a connection.
   *
   * @param core the server
   * @param modern serves modern requests
   * @param out the way to the client
   * @param settings what every connection has in common
   */
  public DualEraEndpoint(
      ServerCore core, ConnectionEndpoint modern, Outbound out, Settings settings) {
    this.core = core;
    this.modern = modern;
    this.out = out;
    this.settings = settings;
    this.handshake = new Handshake(core.pipeline(), true);
    this.questions = new PendingQuestions(() -> RequestId.of(settings.ids().get()), () -> false);
  }

  @Override
  public void receive(Inbound inbound, int size) {
    if (inbound instanceof Inbound.Batch batch && hasBatches()) {
      int share = Math.max(1, size / batch.messages().size());
      batch.messages().forEach(message -> receive(message, share));
    } else if (inbound instanceof Inbound.Single single) {
      receive(single, single.message(), size);
    } else {
      modern.receive(inbound, size);
    }
  }

  private boolean hasBatches() {
    LegacySession current = session;
    return current != null && current.facts().revision().hasBatches();
  }

  private void receive(Inbound inbound, JsonRpcMessage message, int size) {
    if (message instanceof JsonRpcRequest request) {
      if (!receive(request, size)) {
        modern.receive(inbound, size);
      }
    } else if (message instanceof JsonRpcNotification notification
        && notification.method().equals(LegacyNotifications.INITIALIZED.name())) {
      LegacySession current = session;
      if (current != null) {
        var unused = questions.initialized();
        current.start();
      }
    } else if (message instanceof JsonRpcResponse response) {
      questions.answer(response);
    } else {
      // A cancellation finds its request in the table that both eras share.
      modern.receive(inbound, size);
    }
  }

  /** Serves a request unless it is modern. */
  private boolean receive(JsonRpcRequest request, int size) {
    RequestParams params = Lifting.paramsOf(request);
    if (settings.modernToo() && ModernClaim.isMade(params.meta(), null)) {
      return false;
    }
    LegacySession current = session;
    if (current != null) {
      serve(request, size, current);
      return true;
    }
    if (request.method().equals(LegacyMethods.INITIALIZE.name())) {
      // Whoever comes next finds the session.
      modern.serve(request, size, this::initialize, lowered(request, LegacyRevision.LATEST), true);
      return true;
    }
    if (!settings.modernToo()) {
      modern.serve(request, size, DualEraEndpoint::refuse, out, true);
      return true;
    }
    return false;
  }

  private void serve(JsonRpcRequest request, int size, LegacySession current) {
    Outbound lowered = lowered(request, current.facts().revision());
    SessionAsking asking =
        new SessionAsking(current, questions, lowered, settings.patience(), settings.ids());
    modern.serve(
        Lifting.lift(request, current.facts(), current.level()),
        size,
        new SessionHandler(core.pipeline(), current, asking),
        lowered,
        SessionHandler.answersAtOnce(core.pipeline(), request));
  }

  private Outbound lowered(JsonRpcRequest request, LegacyRevision revision) {
    return new LoweredOutbound(out, revision, request.method());
  }

  private Reply<?> initialize(McpRequest<?> request, RequestScope scope) throws Exception {
    Handshake.Opened opened = handshake.answer(request, scope);
    session =
        new LegacySession(
            request.caller(),
            opened.facts(),
            opened.capabilities(),
            core.subscriptions(),
            settings.pages(),
            out::offer);
    return new Reply.Complete<>(opened.result());
  }

  private static Reply<?> refuse(McpRequest<?> request, RequestScope scope) {
    throw new McpException(
        ErrorCode.INVALID_REQUEST, "Expected initialize before " + request.method());
  }

  @Override
  public boolean hasRoom() {
    return modern.hasRoom();
  }

  @Override
  public void awaitRoom() {
    modern.awaitRoom();
  }

  @Override
  public void drain(Duration patience) {
    questions.close();
    modern.drain(patience);
    closeSession();
  }

  @Override
  public void close() {
    questions.close();
    modern.close();
    closeSession();
  }

  private void closeSession() {
    LegacySession current = session;
    if (current != null) {
      current.close();
    }
  }
}
