/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Pending;
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

/** Requests that are given up, by the application or because they take too long. */
@Needs(abilities = "tools")
class CancelProperties extends ClientGenerators {
  private static final String CANCELLED = "notifications/cancelled";

  @Property
  @Tries(5)
  @Checks({"cancel.client-notifies", "cancel.stdio-notification", "cancel.in-flight"})
  @Needs(abilities = "cancel")
  void cancelledCallIsToldToTheServer(@ForAll("labels") String text, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.LATER);
    Client client = stage.connect();
    Pending pending = client.call("echo", args("text", text));
    Asked call = arrived(trial, stage);
    client.cancel(pending).await();
    boolean told = toldOf(trial, stage, call);
    trial.expect("cancel.client-notifies", told, "word of the cancellation", "none");
    pending.await();
  }

  @Property
  @Tries(3)
  @Checks({"timeout.present", "timeout.cancels", "tool.client-timeout"})
  @Needs(abilities = "timeout")
  void callThatTakesTooLongIsCancelled(
      @ForAll @IntRange(min = 100, max = 300) int millis, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.LATER);
    // Over stdio the time includes the start of a process.
    Duration limit = Duration.ofMillis(trial.isHttp() ? millis : 10L * millis);
    Client client = stage.connect(new Setup().timeout(limit));
    Done done = client.call("echo").await();
    stage.fails("timeout.present", done);
    stage.fails("tool.client-timeout", done);
    // On a busy machine the time may be over before the call is sent.
    for (Asked call : stage.inbox().all("tools/call")) {
      boolean told = toldOf(trial, stage, call);
      trial.expect("timeout.cancels", told, "word of the cancellation", "none");
    }
  }

  @Property
  @Tries(2)
  @Checks("timeout.maximum")
  @Needs(abilities = {"timeout", "progress"})
  void progressDoesNotExtendTheTimeForEver(
      @ForAll @IntRange(min = 1100, max = 1300) int longest, Trial trial) {
    Stage stage = stage(trial);
    stage.script().on("tools/call", asked -> Answer.LATER);
    Setup setup = new Setup().timeout(Duration.ofSeconds(1)).longest(Duration.ofMillis(longest));
    Pending pending = stage.connect(setup).callWithProgress("echo", Json.object());
    Optional<Asked> arrived =
        stage.inbox().await(asked -> asked.is("tools/call"), stage.patience());
    if (arrived.isEmpty() && pending.await().isFailed()) {
      // On a busy machine the time may be over before the call is sent.
      return;
    }
    Asked call = arrived(trial, stage);
    JsonNode token = call.params().path("_meta").path("progressToken");
    Done done = new Done(Optional.empty());
    long limit = (longest + stage.patience().toMillis()) / 20;
    for (int i = 1; i <= limit && done.answer().isEmpty(); i++) {
      ObjectNode params = Json.object().put("progress", i);
      params.set("progressToken", token);
      call.event(Script.notification("notifications/progress", params));
      done = pending.await(Duration.ofMillis(20));
    }
    stage.fails("timeout.maximum", done);
  }

  @Property
  @Tries(4)
  @Checks({"cancel.races", "cancel.in-flight"})
  @Needs(abilities = "cancel")
  void cancellationOfWhatIsDoneChangesNothing(@ForAll boolean atOnce, Trial trial) {
    Stage stage = stage(trial);
    Client client = stage.connect();
    Pending pending = client.call("echo");
    if (!atOnce) {
      pending.await();
    }
    client.cancel(pending).await();
    pending.await();
    stage.brings("cancel.races", client.call("echo", args("a", "b")).await(), "{\"a\":\"b\"}");
    if (!atOnce) {
      int told = stage.inbox().all(CANCELLED).size();
      trial.expect("cancel.in-flight", told == 0, "no cancellation of what is done", told + "");
    }
  }

  @Property
  @Tries(4)
  @Checks("cancel.late-response-ignored")
  @Needs(value = Feature.STDIO, abilities = "cancel")
  void lateResponseIsIgnored(@ForAll boolean error, Trial trial) {
    Stage stage = stage(trial);
    stage
        .script()
        .on(
            "tools/call",
            asked ->
                asked.params().path("arguments").isEmpty() ? Answer.LATER : Script.echo(asked));
    Client client = stage.connect();
    Pending pending = client.call("echo");
    Asked call = arrived(trial, stage);
    client.cancel(pending).await();
    toldOf(trial, stage, call);
    call.answer(error ? Answer.error(-32603, "Too late") : Script.text("too late"));
    Done next = client.call("echo", args("a", "b")).await();
    stage.brings("cancel.late-response-ignored", next, "{\"a\":\"b\"}");
  }

  private static Asked arrived(Trial trial, Stage stage) {
    Optional<Asked> call = stage.inbox().await(asked -> asked.is("tools/call"), stage.patience());
    trial.expect("base.core-supported", call.isPresent(), "the call", "no call");
    return call.orElseThrow();
  }

  /** Whether a cancellation reaches the server, the way its transport has it. */
  private static boolean toldOf(Trial trial, Stage stage, Asked call) {
    if (trial.isHttp()) {
      return call.awaitGone(stage.patience());
    }
    Optional<Asked> told = stage.inbox().await(asked -> asked.is(CANCELLED), stage.patience());
    trial.expect(
        "cancel.stdio-notification", told.isPresent(), "notifications/cancelled", "nothing");
    JsonNode id = told.orElseThrow().params().path("requestId");
    trial.expect(
        "cancel.stdio-notification",
        Json.same(id, call.id()),
        "the id " + Json.brief(call.id()),
        Json.brief(id));
    trial.expect("cancel.in-flight", Json.same(id, call.id()), "an open request", Json.brief(id));
    return true;
  }
}
