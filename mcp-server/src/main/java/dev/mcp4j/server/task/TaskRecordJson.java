/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.task.TaskStatus;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.JsonSyntaxException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tasks as JSON, for stores that keep bytes. What a version of this library wrote, later ones read.
 */
public final class TaskRecordJson {
  private static final int FORMAT = 1;

  private TaskRecordJson() {}

  /**
   * Writes a task.
   *
   * @param task the task
   * @return JSON in UTF-8
   */
  public static byte[] write(TaskRecord task) {
    ObjectNode json = object();
    json.put("format", FORMAT);
    json.put("id", task.key().id());
    json.put("principal", task.key().principal());
    json.put("version", task.version());
    json.put("dedupKey", task.dedupKey());
    json.set("request", request(task.request()));
    json.put("status", task.status().wireName());
    json.put("statusMessage", task.statusMessage());
    json.set("times", times(task.times()));
    json.set("work", work(task.work()));
    JsonObject result = task.result();
    if (result != null) {
      json.set("result", result.node());
    }
    JsonRpcError error = task.error();
    if (error != null) {
      json.set("error", McpJson.toTree(error));
    }
    return McpJson.write(json);
  }

  private static ObjectNode request(TaskRequest request) {
    ObjectNode json = object();
    json.put("tool", request.tool());
    json.set("arguments", request.arguments().node());
    json.set("meta", request.meta().node());
    json.set("scopes", strings(request.scopes()));
    json.put("transport", request.transport());
    return json;
  }

  private static ObjectNode times(TaskTimes times) {
    ObjectNode json = object();
    json.put("created", times.created().toString());
    json.put("updated", times.updated().toString());
    json.put("deadline", times.deadline().toString());
    json.put("expiry", times.expiry().toString());
    json.put("retention", times.retention().toString());
    json.put("pollInterval", times.pollInterval().toString());
    return json;
  }

  private static ObjectNode work(TaskWork work) {
    ObjectNode json = object();
    json.put("attempt", work.attempt());
    json.put("notBefore", work.notBefore().toString());
    json.put("lastToken", work.lastToken());
    TaskLease lease = work.lease();
    if (lease != null) {
      ObjectNode held = json.putObject("lease");
      held.put("worker", lease.worker());
      held.put("token", lease.token());
      held.put("until", lease.until().toString());
    }
    json.set("recorded", work.recorded().node());
    ObjectNode once = json.putObject("once");
    work.once().forEach(once::set);
    ObjectNode questions = json.putObject("questions");
    work.questions().forEach((key, question) -> questions.set(key, question.node()));
    ObjectNode answers = json.putObject("answers");
    work.answers().forEach(answers::set);
    json.set("askedKeys", strings(work.askedKeys()));
    return json;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ArrayNode strings(Set<String> values) {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    values.forEach(array::add);
    return array;
  }

  /**
   * Reads a task.
   *
   * @param bytes what {@link #write} made
   * @return the task
   * @throws IllegalArgumentException if the bytes are no task, or of a later format
   */
  public static TaskRecord read(byte[] bytes) {
    try {
      return task(new Members(McpJson.readBack(JsonObject.class, bytes).node()));
    } catch (JsonShapeException | JsonSyntaxException | DateTimeParseException e) {
      throw new IllegalArgumentException("not a task: " + e.getMessage(), e);
    }
  }

  private static TaskRecord task(Members json) {
    long format = json.number("format");
    if (format != FORMAT) {
      throw new IllegalArgumentException("a task of format " + format + ", which is not known");
    }
    JsonNode error = json.node().get("error");
    return new TaskRecord(
        new TaskKey(json.text("id"), json.optionalText("principal")),
        json.number("version"),
        json.optionalText("dedupKey"),
        request(json.object("request")),
        status(json.text("status")),
        json.optionalText("statusMessage"),
        times(json.object("times")),
        work(json.object("work")),
        json.node().has("result") ? json.kept("result") : null,
        error == null ? null : McpJson.read(JsonRpcError.class, error));
  }

  private static TaskStatus status(String name) {
    TaskStatus status = TaskStatus.ofWireName(name);
    if (status == null) {
      throw new JsonShapeException("/status", "the status of a task", name);
    }
    return status;
  }

  private static TaskRequest request(Members json) {
    return new TaskRequest(
        json.text("tool"),
        json.kept("arguments"),
        json.kept("meta"),
        json.texts("scopes"),
        json.text("transport"));
  }

  private static TaskTimes times(Members json) {
    return new TaskTimes(
        json.moment("created"),
        json.moment("updated"),
        json.moment("deadline"),
        json.moment("expiry"),
        Duration.parse(json.text("retention")),
        Duration.parse(json.text("pollInterval")));
  }

  private static TaskWork work(Members json) {
    return new TaskWork(
        (int) json.number("attempt"),
        json.moment("notBefore"),
        json.number("lastToken"),
        json.node().has("lease") ? lease(json.object("lease")) : null,
        json.kept("recorded"),
        json.map("once", Function.identity()),
        json.map("questions", question -> McpJson.read(JsonObject.class, question)),
        json.map("answers", Function.identity()),
        json.texts("askedKeys"));
  }

  private static TaskLease lease(Members json) {
    return new TaskLease(json.text("worker"), json.number("token"), json.moment("until"));
  }

  /** The members of an object that was written here. */
  private record Members(ObjectNode node) {
    <T> T value(String name, Class<T> type) {
      JsonNode value = node.get(name);
      if (value == null) {
        throw new JsonShapeException("/" + name, "a value", "nothing");
      }
      return McpJson.read(type, value);
    }

    String text(String name) {
      return value(name, String.class);
    }

    @Nullable String optionalText(String name) {
      JsonNode value = node.get(name);
      return value == null || value.isNull() ? null : text(name);
    }

    long number(String name) {
      return node.path(name).asLong(0);
    }

    Instant moment(String name) {
      return Instant.parse(text(name));
    }

    JsonObject kept(String name) {
      return value(name, JsonObject.class);
    }

    Members object(String name) {
      return new Members(kept(name).node());
    }

    Set<String> texts(String name) {
      Set<String> texts = new LinkedHashSet<>();
      node.path(name).forEach(value -> texts.add(McpJson.read(String.class, value)));
      return texts;
    }

    <V> Map<String, V> map(String name, Function<JsonNode, V> read) {
      Map<String, V> map = new LinkedHashMap<>();
      kept(name)
          .node()
          .properties()
          .forEach(member -> map.put(member.getKey(), read.apply(member.getValue())));
      return map;
    }
  }
}
