/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.ScenarioClient;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be seen of a client without a driver: the messages of its scenarios. */
class ScenarioProperties extends ClientGenerators {
  private static final String[] TOOLS = {
    "add_numbers",
    "test_headers",
    "test_client_elicitation_defaults",
    "test_reconnection",
    "test_mrtr_echo_state",
    "test_mrtr_no_state",
    "test_mrtr_unrelated",
    "test_mrtr_no_result_type",
    "json_schema_2020_12_tool",
    "json_schema_echo"
  };

  @Property
  @Checks("base.core-supported")
  void everyScenarioIsPlayed(Trial trial) {
    ScenarioClient client = (ScenarioClient) trial.peer();
    for (String scenario : client.scenarios()) {
      Stage stage = stage(trial);
      JsonNode[] tools =
          Stream.of(TOOLS)
              .map(name -> Stage.tool(name, "{\"type\":\"object\"}"))
              .toArray(JsonNode[]::new);
      stage.script().tools(tools).on("tools/call", ScenarioProperties::answer);
      client.play(scenario, stage.target().path("http").stringValue(""));
      trial.expect(
          "base.core-supported",
          !stage.inbox().all().isEmpty(),
          "messages in the scenario " + scenario,
          "none");
    }
  }

  private static Answer answer(Asked call) {
    String tool = call.params().path("name").stringValue("");
    boolean asks = tool.equals("test_mrtr_echo_state") || tool.equals("test_mrtr_no_state");
    if (!asks || call.params().has("inputResponses")) {
      return Script.echo(call);
    }
    ObjectNode questions = Json.object();
    questions.set("question", Questions.form("name", "{\"type\":\"string\",\"default\":\"Ann\"}"));
    boolean withState = tool.equals("test_mrtr_echo_state");
    return Questions.ask(questions, withState ? Optional.of("opaque state") : Optional.empty());
  }
}
