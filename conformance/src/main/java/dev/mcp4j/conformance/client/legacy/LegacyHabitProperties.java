/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.client.StdioLife;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What revision 2025-11-25 recommends to clients: patience, time limits, and leaving politely. */
@Needs(abilities = {"legacy", "tools"})
class LegacyHabitProperties extends LegacyGenerators {
  @Property
  @Tries(2)
  @Checks("lifecycle.client-waits")
  void nothingIsAskedBeforeInitializeIsAnswered(@ForAll boolean list, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("initialize", asked -> Answer.LATER);
    Client client = connect(stage);
    var unused = list ? client.list("tools") : client.call("echo");
    Optional<Asked> handshake =
        stage.inbox().await(asked -> asked.is("initialize"), stage.patience());
    trial.expect("base.core-supported", handshake.isPresent(), "initialize", "nothing");
    stage.told(event -> false, Stage.QUIET);
    Optional<Asked> early =
        stage.inbox().all().stream()
            .filter(asked -> asked.isRequest() && !asked.is("initialize") && !asked.is("ping"))
            .findFirst();
    trial.expect(
        "lifecycle.client-waits",
        early.isEmpty(),
        "nothing but pings before the answer to initialize",
        early.map(Asked::method).orElse(""));
  }

  @Property
  @Tries(2)
  @Checks("http.session.client-deletes")
  @Needs(Feature.HTTP)
  void sessionIsEndedWithItsClient(@ForAll("plain") String text, Trial trial) {
    Stage stage = stage(trial);
    Client client = connect(stage);
    ObjectNode arguments = Json.object().put("text", text);
    stage.brings(
        "base.core-supported", client.call("echo", arguments).await(), Json.write(arguments));
    client.close().await();
    Optional<Asked> end = stage.inbox().await(LegacyHabitProperties::isDelete, stage.patience());
    trial.expect("http.session.client-deletes", end.isPresent(), "DELETE", "nothing");
  }

  private static boolean isDelete(Asked asked) {
    return asked.http().filter(request -> request.verb().equals("DELETE")).isPresent();
  }

  @Property
  @Tries(3)
  @Checks({"timeout.present", "timeout.cancels", "tool.client-timeout"})
  @Needs(abilities = "timeout")
  void callThatTakesTooLongIsCancelled(
      @ForAll @IntRange(min = 400, max = 600) int millis, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.LATER);
    // Over stdio the time includes the start of a process.
    Duration limit = Duration.ofMillis(trial.isHttp() ? millis : 6L * millis);
    Client client = connect(stage, new Setup().timeout(limit));
    Done done = client.call("echo").await();
    stage.fails("timeout.present", done);
    stage.fails("tool.client-timeout", done);
    // On a busy machine the time may be over before the call is sent.
    for (Asked call : stage.inbox().all("tools/call")) {
      Optional<Asked> told =
          stage
              .inbox()
              .await(
                  asked ->
                      asked.is("notifications/cancelled")
                          && Json.same(asked.params().path("requestId"), call.id()),
                  stage.patience());
      trial.expect("timeout.cancels", told.isPresent(), "notifications/cancelled", "nothing");
    }
  }

  @Property
  @Tries(3)
  @Checks("cancel.invalid-ignored")
  void cancellationOfNothingDoesNoHarm(@ForAll("values") JsonNode id, Trial trial) {
    Stage stage = stage(trial);
    Held held = hold(trial, stage, new Setup());
    ObjectNode params = Json.object().put("reason", "none");
    if (!Json.same(id, held.call().id())) {
      params.set("requestId", id);
    }
    held.call().event(Script.notification("notifications/cancelled", params));
    held.call().answer(Script.text("done"));
    stage.brings("cancel.invalid-ignored", held.pending().await(), "done");
  }

  @Property
  @Checks("tool.name-case")
  void namesThatDifferInCaseAreDifferent(@ForAll boolean upper, Trial trial) {
    Stage stage = stage(trial);
    stage
        .script()
        .tools(
            Stage.tool("search", "{\"type\":\"object\"}"),
            Stage.tool("Search", "{\"type\":\"object\"}"));
    String wanted = upper ? "Search" : "search";
    stage.succeeds("tool.name-case", connect(stage).call(wanted).await());
    String called = stage.inbox().all("tools/call").get(0).params().path("name").stringValue("");
    trial.expect("tool.name-case", called.equals(wanted), wanted, called);
  }

  @Property
  @Tries(2)
  @Checks("roots.unsupported-code")
  @Needs(abilities = "roots")
  void rootsThatWereNotDeclaredAreNoMethod(@ForAll("plain") String id, Trial trial) {
    Stage stage = stage(trial);
    Held held = hold(trial, stage, new Setup());
    ObjectNode question = Json.object().put("method", "roots/list");
    JsonNode answer = ask(trial, stage, held, "roots.unsupported-code", Json.string(id), question);
    int code = answer.path("error").path("code").intValue(0);
    trial.expect("roots.unsupported-code", code == -32601, "the error -32601", Json.brief(answer));
  }

  @Property
  @Tries(4)
  @Checks("stdio.stderr-no-error")
  @Needs(Feature.STDIO)
  void outputOnStderrIsNoError(@ForAll("plain") String text, Trial trial) {
    Stage stage = stage(trial);
    StdioLife.complain(trial, stage, connect(stage), text);
  }

  @Property
  @Tries(2)
  @Checks("stdio.client-closes-input")
  @Needs(Feature.STDIO)
  void serverIsShutDownByTheEndOfItsInput(@ForAll boolean stubborn, Trial trial) {
    Stage stage = stage(trial);
    stage.script().exitsAtEnd(!stubborn);
    StdioLife.end(trial, stage, connect(stage));
  }
}
