/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.legacy.InitializeRequestParams;
import dev.mcp4j.api.legacy.InitializeResult;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.UnsupportedProtocolVersionException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Begins a session.
 *
 * <p>Specification 2025-11-25: basic/lifecycle, Initialization.
 */
final class Handshake {
  private static final String INITIALIZE = LegacyMethods.INITIALIZE.name();

  /** How long to wait for the stream of what a server sends by itself; some never confirm it. */
  private static final Duration STREAM = Duration.ofSeconds(1);

  private final SessionConfig config;

  Handshake(SessionConfig config) {
    this.config = config;
  }

  /**
   * Takes the steps over a link that was started. The link is not closed if one fails.
   *
   * @param others takes what the server sends meanwhile
   */
  LegacySession run(LegacyLink link, Consumer<JsonRpcMessage> others) throws InterruptedException {
    OwnCalls calls = new OwnCalls(link, others);
    InitializeResult server = initialize(calls);
    LegacyRevision revision = agreed(server);
    link.agreed(revision);
    JsonRpcNotification initialized =
        new JsonRpcNotification(
            LegacyNotifications.INITIALIZED.name(),
            Payload.of(new EmptyNotificationParams(NotificationMeta.EMPTY)));
    link.send(new ClientNotification(initialized, revision.wireName()), config.timeout());
    return new LegacySession(link, revision, server, link.listen(STREAM), calls);
  }

  private InitializeResult initialize(OwnCalls calls) throws InterruptedException {
    LegacyRevision wanted = config.only() == null ? LegacyRevision.LATEST : config.only();
    JsonRpcResponse response = ask(calls, wanted);
    if (response instanceof JsonRpcFailure failure) {
      response = ask(calls, another(wanted, failure.error()));
    }
    if (response instanceof JsonRpcFailure failure) {
      throw refused(failure.error());
    }
    try {
      return LegacyJson.read(InitializeResult.class, ((JsonRpcResult) response).result());
    } catch (JsonShapeException e) {
      throw new ProtocolException(
          "the response to %s cannot be read: %s"
              .formatted(INITIALIZE, e.under("/result").getMessage()),
          null);
    }
  }

  private JsonRpcResponse ask(OwnCalls calls, LegacyRevision revision) throws InterruptedException {
    var params =
        new InitializeRequestParams(
            revision.wireName(),
            Lowered.capabilities(config.capabilities(), revision),
            Lowered.clientInfo(config.clientInfo(), revision),
            RequestMeta.EMPTY);
    return calls.call(INITIALIZE, LegacyJson.write(params), config.timeout());
  }

  /** The newest revision the server names instead; an error that names none is final. */
  private LegacyRevision another(LegacyRevision refused, JsonRpcError error) {
    LegacyRevision best = null;
    for (String name : supported(error)) {
      LegacyRevision known = LegacyRevision.ofWireName(name);
      if (known != null && known != refused && (best == null || known.isAtLeast(best))) {
        best = known;
      }
    }
    if (best == null || config.only() != null) {
      throw refused(error);
    }
    return best;
  }

  private static RequestFailedException refused(JsonRpcError error) {
    List<String> supported = supported(error);
    return supported.isEmpty()
        ? new RequestFailedException(INITIALIZE, error)
        : new UnsupportedProtocolVersionException(INITIALIZE, error, supported);
  }

  private static List<String> supported(JsonRpcError error) {
    @Nullable JsonNode supported = error.data() == null ? null : error.data().get("supported");
    return supported == null
        ? List.of()
        : supported.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList();
  }

  private LegacyRevision agreed(InitializeResult server) {
    LegacyRevision chosen = LegacyRevision.ofWireName(server.protocolVersion());
    if (chosen == null || (config.only() != null && config.only() != chosen)) {
      String message = "the server chose a revision the client does not speak";
      throw new UnsupportedProtocolVersionException(
          INITIALIZE,
          JsonRpcError.of(ErrorCode.UNSUPPORTED_PROTOCOL_VERSION, message),
          List.of(server.protocolVersion()));
    }
    return chosen;
  }
}
