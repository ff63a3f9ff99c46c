/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.schema.BindingException;
import dev.mcp4j.schema.Violation;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.extension.CallMemory;
import dev.mcp4j.server.extension.ToolCallWrapper;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Calls one tool: checks the arguments, runs the handler, makes the result. Whatever the model
 * could do better next time becomes a result with {@code isError}.
 *
 * <p>Specification 2026-07-28: server/tools, Error Handling.
 */
public final class ToolInvocation {
  private static final Logger log = LoggerFactory.getLogger(ToolInvocation.class);

  private final Calls calls;
  private final ToolResults results;
  private final Incidents incidents;
  private final List<ToolCallWrapper> wrappers;

  /**
   * Makes the invocation of all tools of a server.
   *
   * @param calls runs handlers
   * @param results makes results of what they return
   * @param incidents reports what went wrong
   * @param wrappers stand around every handler, the outermost first
   */
  public ToolInvocation(
      Calls calls, ToolResults results, Incidents incidents, List<ToolCallWrapper> wrappers) {
    this.calls = calls;
    this.results = results;
    this.incidents = incidents;
    this.wrappers = List.copyOf(wrappers);
  }

  <T> Reply<CallToolResult> invoke(
      ToolEntry<T> tool, McpRequest<CallToolRequestParams> request, Notifier notifier)
      throws Exception {
    return run(
        tool,
        request,
        never -> false,
        (arguments, work) ->
            calls.run(
                request,
                notifier,
                tool.key(),
                arguments.node(),
                wrappers.isEmpty()
                    ? work
                    : call ->
                        WrappedCall.run(
                            wrappers, tool, request, arguments, call, () -> work.run(call))));
  }

  /** Runs a tool whose rounds somebody else than the client keeps, past the wrappers. */
  <T> Reply<CallToolResult> resume(
      ToolEntry<T> tool,
      McpRequest<CallToolRequestParams> request,
      Notifier notifier,
      CallMemory memory,
      Predicate<? super Throwable> passOn)
      throws Exception {
    return run(
        tool,
        request,
        passOn,
        (arguments, work) -> calls.resume(request, notifier, tool.key(), memory, work));
  }

  void requireFit(String key, InputRequest question, JsonNode answer) {
    calls.requireFit(key, question, answer);
  }

  /** How the handler, which makes the result of valid arguments, is run. */
  @FunctionalInterface
  private interface Way {
    Reply<CallToolResult> run(JsonObject arguments, Calls.Work<CallToolResult> work)
        throws Exception;
  }

  private <T> Reply<CallToolResult> run(
      ToolEntry<T> tool,
      McpRequest<CallToolRequestParams> request,
      Predicate<? super Throwable> passOn,
      Way way)
      throws Exception {
    JsonObject given = request.params().arguments();
    JsonObject arguments = given == null ? JsonObject.EMPTY : given;
    List<Violation> violations = tool.input().validate(arguments.node());
    if (!violations.isEmpty()) {
      return invalid(tool, violations);
    }
    T input;
    try {
      input = tool.reader().apply(arguments);
    } catch (BindingException e) {
      return invalid(tool, List.of(e.getMessage()));
    }
    try {
      return way.run(arguments, call -> results.of(tool, tool.handler().handle(input, call)));
    } catch (McpException e) {
      throw e;
    } catch (ToolError e) {
      log.debug("The tool {} refused a call", tool.key(), e);
      return error(e.getMessage());
    } catch (Exception | Error e) {
      if (request.cancellation().isCancelled() || passOn.test(e)) {
        throw e;
      }
      return error("The tool failed. Reference: " + incidents.report("tool " + tool.key(), e));
    }
  }

  private static Reply<CallToolResult> invalid(ToolEntry<?> tool, List<?> problems) {
    StringBuilder text = new StringBuilder("Invalid arguments for tool ").append(tool.key());
    for (Object problem : problems) {
      text.append("\n- ").append(problem);
    }
    return error(text.toString());
  }

  private static Reply<CallToolResult> error(String text) {
    return new Reply.Complete<>(CallToolResult.error(text));
  }
}
