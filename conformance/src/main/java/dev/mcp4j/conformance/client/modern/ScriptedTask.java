/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server that answers each call with the same task, which goes through given states. */
final class ScriptedTask {
  /** What the client is asked at some time, until it has answered. */
  private record Round(Map<String, ObjectNode> questions, int stale) {}

  private final String id;
  private final long interval;
  private final List<Long> answeredAt = new ArrayList<>();
  private final List<Long> gaps = new ArrayList<>();
  private final List<Object> states = new ArrayList<>();
  private final TreeSet<String> answered = new TreeSet<>();
  private int position;
  private int staleAnswers;

  private ScriptedTask(String id, long interval) {
    this.id = id;
    this.interval = interval;
  }

  /** Has a script answer with a task; what becomes of it is to be added. */
  static ScriptedTask on(Script script, String id, long interval) {
    ScriptedTask task = new ScriptedTask(id, interval);
    script.on("server/discover", asked -> discovery(script));
    script.on("tools/call", asked -> task.handle());
    script.on("tasks/get", asked -> task.get());
    script.on("tasks/update", task::update);
    script.on("tasks/cancel", asked -> task.cancel());
    return task;
  }

  private static Answer discovery(Script script) {
    ObjectNode result = (ObjectNode) script.discovery().outcome().orElseThrow().path("result");
    ObjectNode capabilities = (ObjectNode) result.path("capabilities");
    capabilities.putObject("extensions").putObject(Profile.TASKS);
    return Answer.result(result);
  }

  /** Stays at work so many times. */
  ScriptedTask working(int times) {
    for (int i = 0; i < times; i++) {
      states.add(state("working"));
    }
    return this;
  }

  /** Asks, and goes on asking so many times after the last answer. */
  ScriptedTask asking(Map<String, ObjectNode> questions, int stale) {
    states.add(new Round(new LinkedHashMap<>(questions), stale));
    return this;
  }

  /** Ends with a result, and stays so. */
  ScriptedTask completed(String text) {
    ObjectNode state = state("completed");
    ObjectNode result = Script.textContent(text).put("resultType", "complete");
    state.set("result", result);
    states.add(state);
    return this;
  }

  /** Ends with an error, and stays so. */
  ScriptedTask failed(int code) {
    ObjectNode state = state("failed").put("statusMessage", "It broke down.");
    state.putObject("error").put("code", code).put("message", "It broke down.");
    states.add(state);
    return this;
  }

  /** Is cancelled by the server, and stays so. */
  ScriptedTask cancelled() {
    states.add(state("cancelled"));
    return this;
  }

  private ObjectNode state(String status) {
    ObjectNode state =
        Json.object()
            .put("taskId", id)
            .put("status", status)
            .put("createdAt", "2026-07-28T10:00:00Z")
            .put("lastUpdatedAt", "2026-07-28T10:00:01Z");
    return state.put("ttlMs", 600_000).put("pollIntervalMs", interval);
  }

  /** How long after each answer the client asked again, in nanoseconds. */
  synchronized List<Long> gaps() {
    return List.copyOf(gaps);
  }

  /** The keys that were answered. */
  synchronized Set<String> answered() {
    return new TreeSet<>(answered);
  }

  Answer handle() {
    return Answer.result(handleResult());
  }

  private synchronized ObjectNode handleResult() {
    answeredAt.add(System.nanoTime());
    return state("working").put("resultType", "task");
  }

  private synchronized Answer get() {
    long now = System.nanoTime();
    if (!answeredAt.isEmpty()) {
      gaps.add(now - answeredAt.get(answeredAt.size() - 1));
    }
    answeredAt.add(now);
    return Answer.complete(next().deepCopy());
  }

  private ObjectNode next() {
    Object state = states.get(position);
    if (state instanceof Round round) {
      boolean done = answered.containsAll(round.questions().keySet());
      if (!done || staleAnswers < round.stale()) {
        staleAnswers += done ? 1 : 0;
        ObjectNode asking = state("input_required");
        ObjectNode requests = asking.putObject("inputRequests");
        round.questions().forEach(requests::set);
        return asking;
      }
      staleAnswers = 0;
      position++;
      return next();
    }
    if (position < states.size() - 1) {
      position++;
    }
    return (ObjectNode) state;
  }

  private synchronized Answer update(Asked asked) {
    JsonNode responses = asked.params().path("inputResponses");
    responses.propertyStream().map(Map.Entry::getKey).forEach(answered::add);
    return Answer.complete(Json.object());
  }

  private synchronized Answer cancel() {
    states.add(state("cancelled"));
    position = states.size() - 1;
    return Answer.complete(Json.object());
  }
}
