/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What every transport of one server shares. Safe for use by several threads. */
public final class ServerCore {
  /** How long a request may take unless another limit is given. */
  public static final Duration DEFAULT_REQUEST_TIMEOUT = Duration.ofMinutes(5);

  private final Pipeline pipeline;
  private final ScopeHandler handler;
  private final SubscriptionRouter subscriptions;
  private final ServerThreads threads;
  private final Ticker ticker;
  private final JsonLimits limits;
  private final Duration requestTimeout;
  private final Failures failures;

  /**
   * Makes a core.
   *
   * @param pipeline answers requests
   * @param subscriptions what the listen route of the pipeline uses; ended before a transport
   *     closes
   * @param threads where handlers run
   * @param ticker drives timeouts and heartbeats
   * @param limits what a message may hold; a transport replaces the number of bytes by its own
   * @param requestTimeout how long a request may take; positive
   * @param correlationIds makes the ids that errors without another explanation carry
   */
  public ServerCore(
      Pipeline pipeline,
      SubscriptionRouter subscriptions,
      ServerThreads threads,
      Ticker ticker,
      JsonLimits limits,
      Duration requestTimeout,
      Supplier<String> correlationIds) {
    this.pipeline = Objects.requireNonNull(pipeline, "pipeline");
    this.handler = pipeline::handle;
    this.subscriptions = Objects.requireNonNull(subscriptions, "subscriptions");
    this.threads = Objects.requireNonNull(threads, "threads");
    this.ticker = Objects.requireNonNull(ticker, "ticker");
    this.limits = Objects.requireNonNull(limits, "limits");
    this.requestTimeout = Objects.requireNonNull(requestTimeout, "requestTimeout");
    this.failures = new Failures(correlationIds);
  }

  /**
   * Makes a codec for messages of a size.
   *
   * @param maxBytes the most bytes of one message
   * @return the codec
   */
  public JsonRpcCodec codec(int maxBytes) {
    return JsonRpcCodec.create(
        new JsonLimits(maxBytes, limits.maxDepth(), limits.maxNumberLength()));
  }

  /**
   * Makes a reader of the messages this server understands.
   *
   * @param codec reads their bytes
   * @return the reader
   */
  public MessageReader reader(JsonRpcCodec codec) {
    return new MessageReader(codec, pipeline.routes());
  }

  /**
   * Makes the scope of a request that has come in. Nothing happens before it is {@linkplain
   * RequestScope#run run}.
   *
   * @param message the request, with typed parameters as {@link MessageReader} reads them
   * @param caller who sends it
   * @param headers the HTTP headers; null on transports without headers
   * @param out where its response goes
   * @param owner keeps track of it
   * @return the scope
   * @throws IllegalArgumentException if the parameters are not typed
   */
  public RequestScope open(
      JsonRpcRequest message,
      Caller caller,
      @Nullable RequestHeaders headers,
      Outbound out,
      RequestScope.Owner owner) {
    return open(message, caller, headers, out, owner, handler);
  }

  /**
   * Makes the scope of a request that somebody else answers. Nothing happens before it is
   * {@linkplain RequestScope#run run}.
   *
   * @param message the request, with typed parameters as {@link MessageReader} reads them
   * @param caller who sends it
   * @param headers the HTTP headers; null on transports without headers
   * @param out where its response goes
   * @param owner keeps track of it
   * @param handler answers it
   * @return the scope
   * @throws IllegalArgumentException if the parameters are not typed
   */
  public RequestScope open(
      JsonRpcRequest message,
      Caller caller,
      @Nullable RequestHeaders headers,
      Outbound out,
      RequestScope.Owner owner,
      ScopeHandler handler) {
    return new RequestScope(this, message, caller, headers, out, owner, handler);
  }

  /**
   * Returns the way of requests through the server.
   *
   * @return the pipeline
   */
  public Pipeline pipeline() {
    return pipeline;
  }

  /**
   * Returns what delivers events.
   *
   * @return the router
   */
  public SubscriptionRouter subscriptions() {
    return subscriptions;
  }

  /**
   * Returns the threads.
   *
   * @return the threads
   */
  public ServerThreads threads() {
    return threads;
  }

  /**
   * Returns the beat.
   *
   * @return the ticker
   */
  public Ticker ticker() {
    return ticker;
  }

  Duration requestTimeout() {
    return requestTimeout;
  }

  Failures failures() {
    return failures;
  }
}
