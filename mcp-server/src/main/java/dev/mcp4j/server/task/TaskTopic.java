/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.extension.SubscriptionTopic;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tells clients how their tasks stand.
 *
 * <p>Specification of the Tasks extension: Task Status Notifications.
 *
 * @param tasks finds a task
 */
record TaskTopic(Function<TaskKey, @Nullable TaskRecord> tasks) implements SubscriptionTopic {
  /** How many tasks one subscription may name. */
  static final int MAX_TASKS = 1_000;

  @Override
  public String member() {
    return TaskMethods.TOPIC;
  }

  @Override
  public NotificationMethod<ExtensionNotificationParams> notification() {
    return TaskMethods.STATUS;
  }

  @Override
  public Set<String> accept(JsonNode wanted, McpRequest<SubscriptionsListenRequestParams> request) {
    request.client().require(TaskMethods.EXTENSION);
    if (!wanted.isArray() || wanted.size() > MAX_TASKS) {
      throw fault("at most " + MAX_TASKS + " ids of tasks, an array");
    }
    Set<String> accepted = new LinkedHashSet<>();
    for (JsonNode id : wanted) {
      if (!id.isString()) {
        throw fault("the ids of tasks, strings");
      }
      if (tasks.apply(new TaskKey(id.stringValue(), request.caller().principal())) != null) {
        accepted.add(id.stringValue());
      }
    }
    return accepted;
  }

  private static McpException fault(String expected) {
    return new McpException(
        ErrorCode.INVALID_PARAMS, "/params/notifications/taskIds: expected " + expected);
  }

  @Override
  public @Nullable JsonObject current(String key, Caller caller) {
    TaskRecord task = tasks.apply(new TaskKey(key, caller.principal()));
    return task == null ? null : TaskView.detailed(task);
  }
}
