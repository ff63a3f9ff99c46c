/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.schema.BindingException;
import dev.mcp4j.schema.Violation;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.ToolError;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  /**
   * Makes the invocation of all tools of a server.
   *
   * @param calls runs handlers
   * @param results makes results of what they return
   * @param incidents reports what went wrong
   */
  public ToolInvocation(Calls calls, ToolResults results, Incidents incidents) {
    this.calls = calls;
    this.results = results;
    this.incidents = incidents;
  }

  <T> Reply<CallToolResult> invoke(
      ToolEntry<T> tool, McpRequest<CallToolRequestParams> request, Notifier notifier)
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
      return calls.run(
          request,
          notifier,
          tool.key(),
          arguments.node(),
          call -> results.of(tool, tool.handler().handle(input, call)));
    } catch (McpException e) {
      throw e;
    } catch (ToolError e) {
      log.debug("The tool {} refused a call", tool.key(), e);
      return error(e.getMessage());
    } catch (Exception | Error e) {
      if (request.cancellation().isCancelled()) {
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
