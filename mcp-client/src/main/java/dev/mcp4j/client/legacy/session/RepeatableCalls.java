/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.api.tool.ToolAnnotations;
import dev.mcp4j.client.transport.ClientRequest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells which calls do no harm when a server gets them twice: those that only read, and those of
 * tools whose definition says so.
 */
final class RepeatableCalls {
  private static final int MAX_TOOLS = 20_000;

  private static final Set<String> READING =
      Set.of(
          Methods.LIST_TOOLS.name(),
          Methods.LIST_RESOURCES.name(),
          Methods.LIST_RESOURCE_TEMPLATES.name(),
          Methods.READ_RESOURCE.name(),
          Methods.LIST_PROMPTS.name(),
          Methods.GET_PROMPT.name(),
          Methods.COMPLETE.name());

  private final Set<String> tools = ConcurrentHashMap.newKeySet();

  void learn(Result result) {
    if (result instanceof ListToolsResult list) {
      list.tools().forEach(this::learn);
    }
  }

  boolean contain(ClientRequest request) {
    String method = request.message().method();
    return READING.contains(method)
        || (method.equals(Methods.CALL_TOOL.name())
            && request.name() != null
            && tools.contains(request.name()));
  }

  private void learn(Tool tool) {
    ToolAnnotations hints = tool.annotations();
    boolean harmless =
        hints != null
            && (Boolean.TRUE.equals(hints.idempotentHint())
                || Boolean.TRUE.equals(hints.readOnlyHint()));
    if (!harmless) {
      tools.remove(tool.name());
    } else if (tools.size() < MAX_TOOLS) {
      tools.add(tool.name());
    }
  }
}
