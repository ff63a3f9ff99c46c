/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.task;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;

/** Requests about tasks that no tool of the server has made. */
@Needs(Feature.TASKS)
class TaskRequestProperties extends Generators {
  @Property
  @Checks({"task.methods-undeclared", "extension.one-sided"})
  void methodsAreForThoseWhoDeclareTheExtension(
      @ForAll("taskMethods") String method,
      @ForAll("withoutTasks") String capabilities,
      @ForAll("taskIds") String id,
      Trial trial) {
    Ask ask = TaskAsks.about(trial, method, id).capabilities(capabilities);
    Reply reply = trial.send(ask);
    trial.expect("extension.one-sided", reply).error();
    // There is no such task either, and both answers are right.
    trial.expect("task.methods-undeclared", reply).error(-32021, -32602);
  }

  @Property
  @Checks("task.listen-undeclared")
  @Tries(6)
  void listenersDeclareTheExtension(
      @ForAll("withoutTasks") String capabilities,
      @ForAll @Size(min = 1, max = 3) List<@From("taskIds") String> ids,
      Trial trial) {
    Ask ask = listen(trial, ids).capabilities(capabilities);
    MessageStream stream = trial.open(ask);
    stream.next(trial.server().patience());
    TaskAsks.refused(trial, "task.listen-undeclared", trial.seen(stream.soFar()));
  }

  static Ask listen(Trial trial, List<String> ids) {
    var filter = Json.object();
    filter.set("taskIds", Json.array(ids.stream().map(Json::string).toList()));
    return trial
        .ask("subscriptions/listen")
        .param("notifications", filter)
        .capabilities(TaskAsks.DECLARING);
  }

  @Property
  @Checks({"task.get-unknown", "task.update-unknown", "task.cancel-unknown", "task.unknown-code"})
  void unknownTaskIsNotFound(
      @ForAll("taskMethods") String method, @ForAll("taskIds") String id, Trial trial) {
    unknown(trial, method, trial.send(TaskAsks.about(trial, method, id)));
  }

  static void unknown(Trial trial, String method, Reply reply) {
    if (method.equals(TaskAsks.GET)) {
      trial.expect("task.get-unknown", reply).error(-32602);
      return;
    }
    String requirement =
        method.equals(TaskAsks.UPDATE) ? "task.update-unknown" : "task.cancel-unknown";
    trial.expect(requirement, reply).error();
    trial.expect("task.unknown-code", reply).error(-32602);
  }

  @Property
  @Checks("task.get-unknown")
  void idThatIsNoneIsRefused(@ForAll("misfits") JsonNode id, Trial trial) {
    Ask ask = TaskAsks.about(trial, TaskAsks.GET, "").param("taskId", id).spoiled();
    // Over HTTP the header with the id is missing, too.
    trial.expect("task.get-unknown", trial.send(ask)).error(-32602, -32600, -32020);
  }

  @Property
  @Checks("task.no-list")
  void tasksCanNeitherBeListedNorWaitedFor(
      @ForAll boolean list, @ForAll("taskIds") String id, Trial trial) {
    Ask ask = trial.ask(list ? "tasks/list" : "tasks/result").capabilities(TaskAsks.DECLARING);
    trial.expect("task.no-list", trial.send(list ? ask : ask.param("taskId", id))).error(-32601);
  }

  @Property
  @Checks("task.legacy-param-ignored")
  @Needs(Feature.PLAIN_TOOL)
  void wishOfAnOlderClientIsIgnored(
      @ForAll("oldWishes") JsonNode wish, @ForAll boolean declared, Trial trial) {
    Ask ask = trial.callPlainTool().param("task", wish);
    Reply reply = trial.send(declared ? ask.capabilities(TaskAsks.DECLARING) : ask);
    boolean served = declared && TaskAsks.isType(reply, "task");
    trial
        .expect("task.legacy-param-ignored", reply)
        .is(served || TaskAsks.isType(reply, "complete"), "the result of the tool");
  }

  @Provide
  Arbitrary<String> taskMethods() {
    return Arbitraries.of(TaskAsks.METHODS);
  }

  @Provide
  Arbitrary<String> withoutTasks() {
    return Arbitraries.of(
        "{}",
        "{\"extensions\":{}}",
        "{\"extensions\":{\"com.example.conformance/tasks\":{}}}",
        "{\"experimental\":{\"io.modelcontextprotocol/tasks\":{}}}",
        "{\"tasks\":{\"list\":{},\"cancel\":{}},\"elicitation\":{}}",
        "{\"roots\":{},\"sampling\":{},\"elicitation\":{\"form\":{},\"url\":{}}}");
  }

  /** Ids that no server has given away. */
  @Provide
  Arbitrary<String> taskIds() {
    Arbitrary<String> formed = Arbitraries.strings().withCharRange('a', 'f').numeric().ofLength(32);
    Arbitrary<String> uuids =
        Combinators.combine(Arbitraries.longs(), Arbitraries.longs())
            .as((high, low) -> new UUID(high, low).toString());
    Arbitrary<String> tricky =
        Arbitraries.of("0", "1", "null", "*", "%", "../tasks", "' OR '1'='1", "task-1", "{}");
    return Arbitraries.oneOf(
        formed, uuids, tricky, texts().ofMinLength(1).ofMaxLength(40), names());
  }

  @Provide
  Arbitrary<JsonNode> misfits() {
    return Arbitraries.of(
        Json.NODES.numberNode(7),
        Json.NODES.nullNode(),
        Json.NODES.booleanNode(true),
        Json.object(),
        Json.array(List.of(Json.string("a"))));
  }

  @Provide
  Arbitrary<JsonNode> oldWishes() {
    return Arbitraries.longs()
        .between(0, 3_600_000)
        .map(ttl -> ttl == 0 ? Json.object() : Json.object().put("ttl", ttl));
  }
}
