/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import dev.mcp4j.conformance.engine.Profile;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.server.common.Answers;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes requests that have to do with tasks. */
final class TaskAsks {
  /** The capabilities of a client that can do everything. */
  static final String DECLARING =
      """
      {"elicitation":{"form":{},"url":{}},"sampling":{"tools":{},"context":{}},"roots":{},
       "extensions":{"io.modelcontextprotocol/tasks":{}}}
      """;

  static final String GET = "tasks/get";
  static final String UPDATE = "tasks/update";
  static final String CANCEL = "tasks/cancel";
  static final List<String> METHODS = List.of(GET, UPDATE, CANCEL);

  private static final int MOST_ROUNDS = 4;

  private TaskAsks() {}

  /** A sound request about a task. */
  static Ask about(Trial trial, String method, String id) {
    return completed(trial.ask(method), id);
  }

  /** Gives a request about a task what it needs. */
  static Ask completed(Ask ask, String id) {
    ask.param("taskId", id).capabilities(DECLARING);
    return ask.method().equals(UPDATE) ? ask.param("inputResponses", Json.object()) : ask;
  }

  /** One of the calls that are known to bring tasks. */
  static JsonNode someCall(Trial trial, int which) {
    List<JsonNode> calls = trial.profile().taskCalls();
    return calls.get(Math.floorMod(which, calls.size()));
  }

  static JsonNode call(String tool, ObjectNode arguments) {
    ObjectNode call = Json.object().put("name", tool);
    call.set("arguments", arguments);
    return call;
  }

  static Ask ask(Trial trial, JsonNode call) {
    return trial.call(
        call.path("name").stringValue(""), (ObjectNode) call.path("arguments").deepCopy());
  }

  /** Calls a tool as a client that declares the extension, and answers what it asks before. */
  static Reply begin(Trial trial, JsonNode call) {
    Reply reply = trial.send(ask(trial, call).capabilities(DECLARING));
    for (int round = 0; round < MOST_ROUNDS && isType(reply, "input_required"); round++) {
      reply = trial.send(retry(ask(trial, call), reply.result()));
    }
    return reply;
  }

  /** The retry of a call that was answered with questions. */
  static Ask retry(Ask ask, JsonNode asked) {
    ask.param("inputResponses", Answers.accept(asked)).capabilities(DECLARING);
    JsonNode state = asked.path("requestState");
    return state.isMissingNode() ? ask : ask.param("requestState", state);
  }

  static boolean isType(Reply reply, String type) {
    return reply.result().path("resultType").stringValue("").equals(type);
  }

  /** Demands the refusal of a request that lacks the extension. */
  static void refused(Trial trial, String requirement, Reply reply) {
    trial.expect(requirement, reply).error(-32021);
    JsonNode required = reply.error().path("data").path("requiredCapabilities");
    trial
        .expect(requirement, reply)
        .is(
            required.path("extensions").path(Profile.TASKS).isObject(),
            "the extension among the required capabilities");
  }
}
