/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Log messages, which come before a response and belong to its request. */
class NotificationProperties extends Generators {
  private static final List<String> LEVELS =
      List.of("debug", "info", "notice", "warning", "error", "critical", "alert", "emergency");

  @Property
  @Checks("logging.opt-in")
  @Needs(tools = "test_logging_tool")
  void noLogMessagesWithoutLevel(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(trial.call("test_logging_tool").id(id));
    trial
        .expect("logging.opt-in", reply)
        .is(params(reply, "notifications/message").isEmpty(), "no log messages");
  }

  @Property
  @Checks({"logging.level-respected", "logging.capability"})
  @Needs(tools = "conformance_log")
  void logMessagesHaveAtLeastTheLevelAskedFor(@ForAll("levels") String level, Trial trial) {
    Reply reply = trial.send(trial.call("conformance_log").meta(Ask.LOG_LEVEL, Json.string(level)));
    for (JsonNode params : params(reply, "notifications/message")) {
      trial
          .expect("logging.capability", reply)
          .is(trial.profile().declares("logging"), "the capability logging");
      int there = LEVELS.indexOf(params.path("level").stringValue(""));
      trial
          .expect("logging.level-respected", reply)
          .is(there >= LEVELS.indexOf(level), "nothing below " + level);
    }
  }

  @Provide
  Arbitrary<String> levels() {
    return Arbitraries.of(LEVELS);
  }

  @Property
  @Checks("logging.invalid-level")
  void inventedLevelIsRefused(@ForAll("inventedLevels") JsonNode level, Trial trial) {
    if (trial.profile().declares("logging")) {
      Reply reply = trial.send(trial.ask("server/discover").meta(Ask.LOG_LEVEL, level).spoiled());
      trial.expect("logging.invalid-level", reply).error(-32602);
    }
  }

  @Provide
  Arbitrary<JsonNode> inventedLevels() {
    return Arbitraries.of("INFO", "warn", "trace", "fatal", "", "info ").map(Json::string);
  }

  private static List<JsonNode> params(Reply reply, String method) {
    return reply.notifications().stream()
        .filter(message -> message.method().equals(method))
        .map(message -> message.node().path("params"))
        .toList();
  }
}
