/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.extension.ExtensionResult;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Does something with a task the client names, if it declares the extension and the task is its
 * own.
 *
 * @param action what to do
 */
record TaskRoute(Action action) implements Route<ExtensionParams, ExtensionResult> {
  /** What is done with a task. */
  @FunctionalInterface
  interface Action {
    /** Returns the members of the result; null if there is no such task. */
    @Nullable JsonObject run(TaskKey key, McpRequest<ExtensionParams> request);
  }

  static TaskRoute of(Action action) {
    return new TaskRoute(action);
  }

  @Override
  public Reply<ExtensionResult> handle(McpRequest<ExtensionParams> request, Notifier notifier) {
    request.client().require(TaskMethods.EXTENSION);
    String id = routingName(request.params());
    if (id == null) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS, "/params/taskId: expected the id of a task, a string");
    }
    JsonObject result = action.run(new TaskKey(id, request.caller().principal()), request);
    if (result == null) {
      throw new McpException(ErrorCode.INVALID_PARAMS, "Task not found");
    }
    return new Reply.Complete<>(ExtensionResult.of(result));
  }

  @Override
  public @Nullable String routingName(ExtensionParams params) {
    JsonNode id = params.members().get(TaskMethods.TASK_ID);
    return id != null && id.isString() ? id.stringValue() : null;
  }

  /** Reads the answers of an update. */
  static Map<String, JsonNode> answers(McpRequest<ExtensionParams> request) {
    JsonNode responses = request.params().members().get("inputResponses");
    if (responses == null || !responses.isObject()) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS, "/params/inputResponses: expected answers by key, an object");
    }
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    responses.properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
    return answers;
  }
}
