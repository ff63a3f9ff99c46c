/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import dev.mcp4j.conformance.engine.Mirrors;
import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.SchemaValues;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.peer.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds out which tools of a server answer with tasks, by calling those that may be called. */
public final class TaskProbe {
  private static final int MOST_TOOLS = 12;
  private static final int MOST_ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Server server;
  private final Profile profile;
  private final Function<String, Ask> asks;

  private TaskProbe(Server server, Profile profile, Function<String, Ask> asks) {
    this.server = server;
    this.profile = profile;
    this.asks = asks;
  }

  /**
   * Calls tools, if the server has the extension.
   *
   * @param server the server
   * @param profile what is known about it
   * @param asks begins sound requests of a method
   * @return the profile with the calls that were answered with tasks
   */
  public static Profile probe(Server server, Profile profile, Function<String, Ask> asks) {
    return profile.hasExtension(Profile.TASKS)
        ? profile.withTaskCalls(new TaskProbe(server, profile, asks).calls())
        : profile;
  }

  private List<JsonNode> calls() {
    List<JsonNode> calls = new ArrayList<>();
    profile.callableTools().stream()
        .filter(TaskProbe::mayMakeTasks)
        .filter(tool -> Mirrors.of(tool).isEmpty())
        .limit(MOST_TOOLS)
        .map(TaskProbe::call)
        .filter(this::makesATask)
        .forEach(calls::add);
    return calls;
  }

  /** Tools of the fixture contract are known, so those that have nothing to do with tasks. */
  private static boolean mayMakeTasks(JsonNode tool) {
    String name = tool.path("name").stringValue("");
    boolean contract = name.startsWith("test_") || name.startsWith("conformance_");
    return !contract || name.contains("task");
  }

  private static JsonNode call(JsonNode tool) {
    String name = tool.path("name").stringValue("");
    ObjectNode none = Json.object();
    return TaskAsks.call(
        name,
        name.startsWith("conformance_")
            ? none
            : SchemaValues.valid(tool.path("inputSchema"), 1).orElse(none));
  }

  private boolean makesATask(JsonNode call) {
    Reply reply = send(ask(call));
    for (int round = 0; round < MOST_ROUNDS && isType(reply, "input_required"); round++) {
      reply = send(TaskAsks.retry(ask(call), reply.result()));
    }
    // What looks like a task is looked at as one; that it must say so is found out later.
    if (!isType(reply, "task") && !reply.result().path("taskId").isString()) {
      return false;
    }
    String id = reply.result().path("taskId").stringValue("");
    Reply unused = send(TaskAsks.completed(asks.apply(TaskAsks.CANCEL), id));
    return true;
  }

  private Ask ask(JsonNode call) {
    return asks.apply("tools/call")
        .param("name", call.path("name"))
        .param("arguments", call.path("arguments"))
        .capabilities(TaskAsks.DECLARING);
  }

  private Reply send(Ask ask) {
    try (MessageStream stream = server.open(ask)) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (stream.soFar().response().isEmpty()
          && stream.next(Duration.ofNanos(end - System.nanoTime())).isPresent()) {
        // Reads on.
      }
      return stream.soFar();
    }
  }

  private static boolean isType(Reply reply, String type) {
    return TaskAsks.isType(reply, type);
  }
}
