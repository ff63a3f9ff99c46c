/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.extension.ExtensionParams;
import dev.mcp4j.api.task.Task;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.ClientExtension;
import dev.mcp4j.client.ExtensionCall;
import dev.mcp4j.client.InputRequestException;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.TaskSettings;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.jsonrpc.task.TaskJson;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Lets a caller wait for the result of a task as for any other. A wait that ends early cancels the
 * task.
 *
 * @param taskSettings how to ask for tasks
 */
public record TaskExtension(TaskSettings taskSettings) implements ClientExtension {
  @Override
  public String id() {
    return TaskMethods.EXTENSION;
  }

  @Override
  public @Nullable String routingName(String method, ExtensionParams params) {
    JsonNode id = params.members().get(TaskMethods.TASK_ID);
    return method.startsWith("tasks/") && id != null && id.isString() ? id.stringValue() : null;
  }

  @Override
  public Set<String> resultTypes() {
    return Set.of(TaskMethods.RESULT_TYPE);
  }

  @Override
  public <R extends Result> R resolve(
      RequestMethod<?, R> method, String resultType, JsonObject result, ExtensionCall call) {
    if (!method.name().equals(Methods.CALL_TOOL.name())) {
      throw new ProtocolException(
          "the server answered " + method.name() + " with a task, which it must not", null);
    }
    try {
      Task task = TaskJson.readTask(result);
      return McpJson.read(method.resultType(), awaited(task, call).node());
    } catch (JsonShapeException e) {
      throw new ProtocolException(
          "the task of %s cannot be read: %s".formatted(method.name(), e.getMessage()), null);
    }
  }

  private JsonObject awaited(Task task, ExtensionCall call) {
    TaskPolling polling = new TaskPolling(taskSettings, call, task.taskId());
    try {
      return polling.resultAfter(task.pollIntervalMs());
    } catch (CallTimeoutException | CallCancelledException | InputRequestException e) {
      call.requestInBackground(TaskMethods.CANCEL, TaskPolling.params(task.taskId()));
      throw e;
    }
  }
}
