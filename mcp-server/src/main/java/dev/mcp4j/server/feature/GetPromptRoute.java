/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.prompt.GetPromptRequestParams;
import dev.mcp4j.api.prompt.GetPromptResult;
import dev.mcp4j.api.prompt.Prompt;
import dev.mcp4j.api.prompt.PromptArgument;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.ToolError;
import dev.mcp4j.server.core.Faults;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gets prompts by name.
 *
 * @param prompts all prompts
 * @param calls runs handlers
 */
record GetPromptRoute(Registry<Prompt, PromptEntry<?>> prompts, Calls calls)
    implements Route<GetPromptRequestParams, GetPromptResult> {

  @Override
  public Reply<GetPromptResult> handle(
      McpRequest<GetPromptRequestParams> request, Notifier notifier) throws Exception {
    String name = request.params().name();
    PromptEntry<?> prompt = prompts.find(name, request.caller());
    if (prompt == null) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "Unknown prompt: " + Faults.shown(name));
    }
    return get(prompt, request, notifier);
  }

  private <T> Reply<GetPromptResult> get(
      PromptEntry<T> prompt, McpRequest<GetPromptRequestParams> request, Notifier notifier)
      throws Exception {
    Map<String, String> arguments = request.params().arguments();
    for (PromptArgument argument : prompt.descriptor().arguments()) {
      if (Boolean.TRUE.equals(argument.required()) && !arguments.containsKey(argument.name())) {
        throw new McpException(
            ErrorCode.INVALID_PARAMS, "Missing required argument: " + argument.name());
      }
    }
    T input = prompt.reader().apply(arguments);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    arguments.forEach(json::put);
    try {
      return calls.run(
          request,
          notifier,
          prompt.key(),
          json,
          call -> PromptResults.of(prompt, prompt.handler().get(input, call)));
    } catch (ToolError e) {
      throw new McpException(ErrorCode.INTERNAL_ERROR, e.getMessage());
    }
  }

  @Override
  public String routingName(GetPromptRequestParams params) {
    return params.name();
  }
}
