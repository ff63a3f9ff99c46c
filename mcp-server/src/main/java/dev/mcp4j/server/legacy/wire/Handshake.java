/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.legacy.InitializeRequestParams;
import dev.mcp4j.api.legacy.InitializeResult;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Cancellation;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.UnroutedParams;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@code initialize}: what {@code server/discover} says, in the words of the revision the
 * client wants. Interceptors see the latter.
 *
 * <p>Specification 2025-11-25: basic/lifecycle, Initialization.
 */
public final class Handshake {
  private final Pipeline pipeline;
  private final boolean push;

  /**
   * Makes the handshake of a server.
   *
   * @param pipeline the server
   * @param push whether the server can send what no request asked for
   */
  public Handshake(Pipeline pipeline, boolean push) {
    this.pipeline = pipeline;
    this.push = push;
  }

  /**
   * A session that begins.
   *
   * @param facts what the client said
   * @param capabilities what the server declares
   * @param result what the client is told
   */
  public record Opened(
      ClientFacts facts, ServerCapabilities capabilities, InitializeResult result) {}

  /**
   * Answers a request.
   *
   * @param request the request, with unread parameters
   * @param notifier where notifications about the request go
   * @return the session that begins
   * @throws McpException if the parameters do not fit, or an interceptor refuses
   * @throws Exception if an interceptor fails
   */
  public Opened answer(McpRequest<?> request, Notifier notifier) throws Exception {
    ClientFacts facts = ClientFacts.of(read(request.params(), InitializeRequestParams.class));
    McpRequest<?> discover =
        new McpRequest<>(
            Methods.DISCOVER.name(),
            new EmptyRequestParams(Lifting.lift(request.meta(), facts, null)),
            request.caller(),
            request.headers(),
            request.cancellation());
    DiscoverResult server = discovered(pipeline.handle(discover, notifier));
    Lowering lowering = new Lowering(facts.revision());
    Implementation info =
        Objects.requireNonNull(server.meta().serverInfo(), "a result without serverInfo");
    ServerCapabilities capabilities = server.capabilities();
    return new Opened(
        facts,
        capabilities,
        new InitializeResult(
            facts.revision().wireName(),
            lowering.lower(push ? capabilities : withoutPush(capabilities)),
            lowering.lower(info),
            server.instructions(),
            ResultMeta.EMPTY));
  }

  /**
   * Tells what the server declares to a client it shook hands with before.
   *
   * @param facts what the client said
   * @param caller who the client is
   * @return the capabilities
   */
  public ServerCapabilities capabilities(ClientFacts facts, Caller caller) {
    McpRequest<?> discover =
        new McpRequest<>(
            Methods.DISCOVER.name(),
            new EmptyRequestParams(Lifting.lift(RequestMeta.EMPTY, facts, null)),
            caller,
            null,
            Cancellation.NEVER);
    try {
      return discovered(pipeline.answerUnseen(discover, new SilentNotifier())).capabilities();
    } catch (Exception e) {
      throw new IllegalStateException("the server does not know its capabilities", e);
    }
  }

  private static DiscoverResult discovered(Reply<?> reply) {
    if (reply instanceof Reply.Complete<?> complete
        && complete.result() instanceof DiscoverResult result) {
      return result;
    }
    throw new IllegalStateException(
        "server/discover was answered with " + reply.getClass().getSimpleName());
  }

  /** Lists still change and messages are still logged, but the client cannot hear of it. */
  private static ServerCapabilities withoutPush(ServerCapabilities capabilities) {
    return capabilities.toBuilder()
        .tools(Announcements.removed(capabilities.tools()))
        .prompts(Announcements.removed(capabilities.prompts()))
        .resources(Announcements.removed(capabilities.resources()))
        .logging(null)
        .build();
  }

  /**
   * Reads parameters of a method that only older revisions have.
   *
   * @throws McpException if they do not fit
   */
  static <P> P read(@Nullable RequestParams params, Class<P> type) {
    if (!(params instanceof UnroutedParams unrouted)) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "The parameters do not fit the method");
    }
    try {
      return LegacyJson.read(type, unrouted.payload());
    } catch (JsonShapeException e) {
      throw new McpException(ErrorCode.INVALID_PARAMS, e.under("/params").getMessage());
    }
  }
}
