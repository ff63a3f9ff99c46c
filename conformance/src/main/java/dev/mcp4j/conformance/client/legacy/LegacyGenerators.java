/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Pending;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What properties of clients of 2025-11-25 share. */
abstract class LegacyGenerators extends Generators {
  /** A call that the server has not answered yet. */
  record Held(Client client, Pending pending, Asked call) {}

  static Stage stage(Trial trial) {
    return LegacyClientRules.stage(trial);
  }

  static Client connect(Stage stage, Setup setup) {
    return stage.connectFreely(setup.revision(Script.LEGACY_VERSION));
  }

  static Client connect(Stage stage) {
    return connect(stage, new Setup());
  }

  /** Has a client call a tool whose answer is held back. */
  static Held hold(Trial trial, Stage stage, Setup setup) {
    stage.script().on("tools/call", asked -> Answer.LATER);
    Client client = connect(stage, setup);
    Pending pending = client.call("echo");
    Optional<Asked> call = stage.inbox().await(asked -> asked.is("tools/call"), stage.patience());
    trial.expect("base.core-supported", call.isPresent(), "the call", "no call");
    return new Held(client, pending, call.orElseThrow());
  }

  /** Asks the client something while its call is open, and waits for the response. */
  static JsonNode ask(
      Trial trial, Stage stage, Held held, String requirement, JsonNode id, ObjectNode question) {
    ObjectNode request = Json.object().put("jsonrpc", "2.0");
    request.set("id", id);
    request.setAll(question);
    held.call().event(request);
    Optional<Asked> response = stage.inbox().await(Asked::isResponse, stage.patience());
    trial.expect(requirement, response.isPresent(), "a response to the request", "none");
    JsonNode message = response.orElseThrow().message();
    boolean error = message.has("error");
    trial.expect(
        error ? "error.same-id" : "result.same-id",
        Json.same(message.path("id"), id),
        "the id " + Json.brief(id),
        Json.brief(message));
    held.call().answer(Script.text("done"));
    held.pending().await();
    return message;
  }

  @Provide("plain")
  Arbitrary<String> plainNames() {
    return names();
  }
}
