/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.input.InputRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A task with what its status brings along.
 *
 * <p>Specification of the Tasks extension: Task Status.
 *
 * @param task the task
 * @param inputRequests what the client is asked, by key; empty unless input is required
 * @param result what the call is answered with; null unless completed
 * @param error what the call failed with; null unless failed
 */
public record DetailedTask(
    Task task,
    Map<String, InputRequest> inputRequests,
    @Nullable JsonObject result,
    @Nullable JsonRpcError error) {
  /**
   * Checks and copies the components.
   *
   * @param task not null
   * @param inputRequests copied; empty unless input is required
   * @param result not null if and only if the task is completed
   * @param error not null if and only if the task failed
   * @throws IllegalArgumentException if the components do not fit the status
   */
  public DetailedTask {
    Objects.requireNonNull(task, "task");
    inputRequests = Collections.unmodifiableMap(new LinkedHashMap<>(inputRequests));
    require(
        task.status() == TaskStatus.INPUT_REQUIRED || inputRequests.isEmpty(),
        "inputRequests mean that input is required");
    require((task.status() == TaskStatus.COMPLETED) == (result != null), "result means completed");
    require((task.status() == TaskStatus.FAILED) == (error != null), "error means failed");
  }

  private static void require(boolean condition, String rule) {
    if (!condition) {
      throw new IllegalArgumentException(rule);
    }
  }
}
