/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.legacy;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Pings and log levels. */
class UtilityProperties extends Generators {
  private static final List<String> LEVELS =
      List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

  @Property
  @Checks({"ping.answered", "result.same-id"})
  void pingIsAnsweredWithNothing(
      @ForAll("ids") JsonNode id, @ForAll("styles") JsonStyle style, Trial trial) {
    Reply reply = trial.send(trial.ask("ping").id(id).style(style));
    JsonNode result = trial.expect("ping.answered", reply).result();
    boolean empty = result.propertyStream().allMatch(m -> m.getKey().equals("_meta"));
    trial.expect("ping.answered", reply).is(empty, "an empty result");
  }

  @Property
  @Checks({"logging.capability", "schema.log-message"})
  @Needs(tools = "test_tool_with_logging")
  @Tries(4)
  void whoLogsHasDeclaredIt(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(LegacyDialect.of(trial).call("test_tool_with_logging").id(id));
    boolean logs =
        reply.notifications().stream().anyMatch(m -> m.method().equals("notifications/message"));
    trial
        .expect("logging.capability", reply)
        .is(!logs || trial.profile().declares("logging"), "the capability logging");
  }

  @Property
  @Checks("logging.invalid-level")
  void inventedLevelIsRefused(@ForAll("inventedLevels") String level, Trial trial) {
    if (trial.profile().declares("logging")) {
      Ask ask = trial.ask("logging/setLevel").param("level", level).spoiled();
      trial.expect("logging.invalid-level", trial.send(ask)).error(-32602);
    }
  }

  @Provide
  Arbitrary<String> inventedLevels() {
    return Arbitraries.oneOf(
        Arbitraries.of("INFO", "warn", "trace", "fatal", "", "info ", "0"),
        names().map(name -> "level-" + name));
  }

  /** A step: a session sets its level, or calls a tool that logs. */
  record Step(int session, String level) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> levels =
        Arbitraries.oneOf(Arbitraries.of(LEVELS), Arbitraries.of("call", "call"));
    return Combinators.combine(Arbitraries.of(0, 0, 1), levels)
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(6);
  }

  @Property
  @Checks({"logging.level-respected", "logging.capability", "schema.log-message"})
  @Needs(tools = "conformance_log")
  @Tries(10)
  void logMessagesHaveAtLeastTheLevelThatWasSet(@ForAll("steps") List<Step> steps, Trial trial) {
    if (!trial.profile().declares("logging")) {
      return;
    }
    Map<Conversation, Integer> levels = new HashMap<>();
    Conversation one = LegacyDialect.of(trial);
    Conversation two = trial.isHttp() ? Conversations.another(trial) : one;
    for (Step step : steps) {
      Conversation conversation = step.session() == 0 ? one : two;
      if (step.level().equals("call")) {
        call(trial, conversation, levels.getOrDefault(conversation, 0));
      } else {
        Ask set = conversation.ask("logging/setLevel").param("level", step.level());
        Reply reply = trial.send(set);
        trial.expect("logging.level-respected", reply).result();
        levels.put(conversation, LEVELS.indexOf(step.level()));
      }
    }
    levels.forEach((conversation, level) -> call(trial, conversation, level));
    trial.send(one.ask("logging/setLevel").param("level", "debug"));
  }

  private static void call(Trial trial, Conversation conversation, int least) {
    Reply reply = trial.send(conversation.call("conformance_log"));
    for (Reply.Message message : reply.notifications()) {
      if (message.method().equals("notifications/message")) {
        int level = LEVELS.indexOf(message.node().path("params").path("level").stringValue(""));
        trial
            .expect("logging.level-respected", reply)
            .is(
                level < 0 || level >= least,
                "nothing below " + LEVELS.get(least) + ", but " + Json.brief(message.node()));
      }
    }
  }

  @Property
  @Checks("http.stream.ends-with-response")
  @Needs(value = Feature.HTTP, tools = "test_tool_with_progress")
  void streamEndsWithItsResponse(@ForAll("ids") JsonNode token, Trial trial) {
    Reply reply = trial.send(trial.call("test_tool_with_progress").meta("progressToken", token));
    trial.expect("http.stream.ends-with-response", reply).answered();
  }
}
