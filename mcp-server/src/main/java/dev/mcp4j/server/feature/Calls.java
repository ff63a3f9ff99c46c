/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.extension.CallMemory;
import dev.mcp4j.server.input.InputEngine;
import tools.jackson.databind.JsonNode;

/**
 * Runs handlers of tools, prompts and resources, all with the same {@link dev.mcp4j.server.Call}.
 */
public final class Calls {
  private final InputEngine engine;
  private final boolean logging;

  /**
   * Makes the runner.
   *
   * @param engine lets handlers ask
   * @param logging whether handlers may log to the client
   */
  public Calls(InputEngine engine, boolean logging) {
    this.engine = engine;
    this.logging = logging;
  }

  /** A handler, ready to run. */
  @FunctionalInterface
  interface Work<R extends Result> {
    Reply<R> run(HandlerCall call) throws Exception;
  }

  /**
   * Runs a handler for one round.
   *
   * @param name what the request names
   * @param arguments its arguments
   * @throws McpException if the rounds break a rule, or the handler throws it
   * @throws Exception whatever else the handler throws
   */
  <R extends Result> Reply<R> run(
      McpRequest<? extends InputResponseRequestParams> request,
      Notifier notifier,
      String name,
      JsonNode arguments,
      Work<R> work)
      throws Exception {
    return engine.run(
        request,
        name,
        arguments,
        chain -> work.run(new HandlerCall(request, notifier, chain, logging)));
  }

  /**
   * Runs a handler for one round that somebody else than the client keeps.
   *
   * @param name what the request names
   * @param memory what is known from earlier rounds
   * @throws McpException if the rounds break a rule, or the handler throws it
   * @throws Exception whatever else the handler throws
   */
  <R extends Result> Reply<R> resume(
      McpRequest<? extends InputResponseRequestParams> request,
      Notifier notifier,
      String name,
      CallMemory memory,
      Work<R> work)
      throws Exception {
    return engine.resume(
        request,
        name,
        memory,
        chain -> work.run(new HandlerCall(request, notifier, chain, logging)));
  }

  void requireFit(String key, InputRequest question, JsonNode answer) {
    engine.requireFit(key, question, answer);
  }
}
