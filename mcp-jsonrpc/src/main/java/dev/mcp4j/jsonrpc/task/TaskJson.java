/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.task.DetailedTask;
import dev.mcp4j.api.task.Task;
import dev.mcp4j.api.task.TaskMethods;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes tasks. They stand flat among the members of a result or notification. Safe for
 * use by several threads.
 *
 * <p>Specification of the Tasks extension: Tasks.
 */
public final class TaskJson {
  private static final String TTL = "ttlMs";

  private TaskJson() {}

  /**
   * Writes a task without what its status brings along, as a call is answered with it.
   *
   * @param task the task
   * @return the members
   */
  public static JsonObject write(Task task) {
    return new JsonObject(members(task));
  }

  private static ObjectNode members(Task task) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put(TaskMethods.TASK_ID, task.taskId());
    json.put("status", task.status().wireName());
    if (task.statusMessage() != null) {
      json.put("statusMessage", task.statusMessage());
    }
    json.put("createdAt", task.createdAt().toString());
    json.put("lastUpdatedAt", task.lastUpdatedAt().toString());
    json.put(TTL, task.ttlMs());
    if (task.pollIntervalMs() != null) {
      json.put("pollIntervalMs", task.pollIntervalMs());
    }
    return json;
  }

  /**
   * Writes a task with what its status brings along.
   *
   * @param task the task
   * @return the members
   */
  public static JsonObject write(DetailedTask task) {
    ObjectNode json = members(task.task());
    if (task.task().status() == TaskStatus.INPUT_REQUIRED) {
      ObjectNode requests = json.putObject("inputRequests");
      task.inputRequests().forEach((key, request) -> requests.set(key, McpJson.toTree(request)));
    }
    JsonObject result = task.result();
    if (result != null) {
      json.set("result", result.node());
    }
    JsonRpcError error = task.error();
    if (error != null) {
      json.set("error", McpJson.toTree(error));
    }
    return new JsonObject(json);
  }

  /**
   * Reads a task without what its status brings along.
   *
   * @param json the members of a result; those that are not of a task are ignored
   * @return the task
   * @throws JsonShapeException if they are no task
   */
  public static Task readTask(JsonObject json) {
    return new Task(
        required(json, TaskMethods.TASK_ID, String.class),
        status(required(json, "status", String.class)),
        optional(json, "statusMessage", String.class),
        moment(json, "createdAt"),
        moment(json, "lastUpdatedAt"),
        milliseconds(json, TTL),
        milliseconds(json, "pollIntervalMs"));
  }

  /**
   * Reads a task with what its status brings along.
   *
   * @param json the members of a result or notification; those that are not of a task are ignored
   * @return the task
   * @throws JsonShapeException if they are no task, or lack what the status brings along
   */
  public static DetailedTask read(JsonObject json) {
    Task task = readTask(json);
    return switch (task.status()) {
      case WORKING, CANCELLED -> new DetailedTask(task, Map.of(), null, null);
      case INPUT_REQUIRED -> new DetailedTask(task, requests(json), null, null);
      case COMPLETED ->
          new DetailedTask(task, Map.of(), required(json, "result", JsonObject.class), null);
      case FAILED ->
          new DetailedTask(task, Map.of(), null, required(json, "error", JsonRpcError.class));
    };
  }

  private static Map<String, InputRequest> requests(JsonObject json) {
    Map<String, InputRequest> requests = new LinkedHashMap<>();
    JsonObject members = required(json, "inputRequests", JsonObject.class);
    for (Map.Entry<String, JsonNode> member : members.node().properties()) {
      requests.put(
          member.getKey(),
          at("/inputRequests/" + member.getKey(), InputRequest.class, member.getValue()));
    }
    return requests;
  }

  private static TaskStatus status(String name) {
    TaskStatus status = TaskStatus.ofWireName(name);
    if (status == null) {
      throw new JsonShapeException("/status", "the status of a task", "another text");
    }
    return status;
  }

  private static Instant moment(JsonObject json, String name) {
    try {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(
          required(json, name, String.class), Instant::from);
    } catch (DateTimeException e) {
      throw new JsonShapeException("/" + name, "a date and time of ISO 8601", "another text");
    }
  }

  private static @Nullable Long milliseconds(JsonObject json, String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.canConvertToExactIntegral() || !value.canConvertToLong()) {
      throw new JsonShapeException("/" + name, "a number of milliseconds", "another value");
    }
    return value.asLong();
  }

  private static <T> T required(JsonObject json, String name, Class<T> type) {
    JsonNode value = json.get(name);
    if (value == null) {
      throw new JsonShapeException("/" + name, "a value", "nothing");
    }
    return at("/" + name, type, value);
  }

  private static <T> @Nullable T optional(JsonObject json, String name, Class<T> type) {
    JsonNode value = json.get(name);
    return value == null || value.isNull() ? null : at("/" + name, type, value);
  }

  private static <T> T at(String path, Class<T> type, JsonNode value) {
    try {
      return Objects.requireNonNull(McpJson.read(type, value));
    } catch (JsonShapeException e) {
      throw e.under(path);
    }
  }
}
