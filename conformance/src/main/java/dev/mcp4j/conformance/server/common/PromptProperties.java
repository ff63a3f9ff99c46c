/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Getting prompts. */
@Needs(Feature.PROMPTS)
class PromptProperties extends Generators {
  @Property
  @Checks("prompt.error-codes")
  void unknownPromptIsAnError(@ForAll("unknownPrompts") String name, Trial trial) {
    Reply reply = trial.send(trial.ask("prompts/get").param("name", name));
    trial.expect("prompt.error-codes", reply).error(-32602);
  }

  @Provide
  Arbitrary<String> unknownPrompts() {
    return Arbitraries.oneOf(
        names().map(name -> "conformance-no-" + name),
        texts().ofMinLength(1).ofMaxLength(30).map(text -> "no such prompt " + text));
  }

  @Property
  @Checks("prompt.error-codes")
  @Needs(Feature.REQUIRING_PROMPT)
  void missingArgumentIsAnError(@ForAll("foreignArguments") ObjectNode others, Trial trial) {
    JsonNode prompt = trial.profile().requiringPrompt().orElseThrow();
    Reply reply =
        trial.send(
            trial.ask("prompts/get").param("name", prompt.path("name")).param("arguments", others));
    trial.expect("prompt.error-codes", reply).error(-32602);
  }

  @Provide
  Arbitrary<ObjectNode> foreignArguments() {
    return Arbitraries.just(Json.object());
  }

  @Property
  @Checks("prompt.arguments-validated")
  @Needs(Feature.REQUIRING_PROMPT)
  void argumentsThatAreNoStringsAreRefused(@ForAll("noStrings") JsonNode value, Trial trial) {
    JsonNode prompt = trial.profile().requiringPrompt().orElseThrow();
    ObjectNode arguments = Json.object();
    prompt
        .path("arguments")
        .forEach(argument -> arguments.set(argument.path("name").stringValue(""), value));
    Reply reply =
        trial.send(
            trial
                .ask("prompts/get")
                .param("name", prompt.path("name"))
                .param("arguments", arguments)
                .spoiled());
    trial.expect("prompt.arguments-validated", reply).refused();
  }

  @Provide
  Arbitrary<JsonNode> noStrings() {
    return Arbitraries.of(
        Json.NODES.numberNode(7),
        Json.NODES.booleanNode(true),
        Json.object(),
        Json.array(java.util.List.of(Json.string("a"))));
  }

  @Property
  @Checks("schema.get-prompt-result")
  @Needs(Feature.PLAIN_PROMPT)
  void promptIsGiven(@ForAll("ids") JsonNode id, Trial trial) {
    JsonNode prompt = trial.profile().plainPrompt().orElseThrow();
    Reply reply = trial.send(trial.ask("prompts/get").id(id).param("name", prompt.path("name")));
    trial.expect("schema.get-prompt-result", reply).result();
  }
}
