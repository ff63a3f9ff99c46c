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

/** Progress and cancellations, and to which request they belong. */
class ProgressProperties extends Generators {
  @Property
  @Checks({"progress.known-token", "progress.increases", "progress.stops"})
  @Needs(tools = "test_tool_with_progress")
  void progressHasTheTokenOfItsRequest(@ForAll("ids") JsonNode token, Trial trial) {
    Reply reply = trial.send(trial.call("test_tool_with_progress").meta("progressToken", token));
    trial.expect("progress.stops", reply).result();
    double last = Double.NEGATIVE_INFINITY;
    for (JsonNode params : params(reply, "notifications/progress")) {
      trial
          .expect("progress.known-token", reply)
          .is(Json.same(token, params.path("progressToken")), "the token " + Json.write(token));
      double progress = params.path("progress").doubleValue(Double.NaN);
      trial.expect("progress.increases", reply).is(progress > last, "more than " + last);
      last = progress;
    }
  }

  @Property
  @Checks("progress.known-token")
  @Needs(tools = "test_tool_with_progress")
  void noProgressWithoutToken(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(trial.call("test_tool_with_progress").id(id));
    trial
        .expect("progress.known-token", reply)
        .is(params(reply, "notifications/progress").isEmpty(), "no progress");
  }

  @Property
  @Checks({"cancel.invalid-ignored", "cancel.races"})
  void cancellationOfNothingIsIgnored(@ForAll("cancellations") String params, Trial trial) {
    Ask done = trial.askPlain();
    trial.send(done);
    Ask cancel = Ask.notification("notifications/cancelled").spoiled();
    Json.object(params)
        .properties()
        .forEach(member -> cancel.param(member.getKey(), member.getValue()));
    if (params.contains("done")) {
      cancel.param("requestId", done.id().orElseThrow());
    }
    done.membership().ifPresent(cancel::within);
    Reply reply = trial.send(cancel);
    // HTTP refuses with an error that has no id, or one that is null.
    boolean refused = reply.status() >= 400;
    boolean answered =
        reply.messages().stream()
            .anyMatch(m -> m.node().hasNonNull("id") || (!refused && m.node().has("id")));
    trial.expect("cancel.invalid-ignored", reply).is(!answered, "no response");
    trial.expect("cancel.races", trial.send(trial.askPlain())).result();
  }

  @Provide
  Arbitrary<String> cancellations() {
    return Arbitraries.of(
        "{\"requestId\":\"never issued\"}",
        "{\"requestId\":123456789}",
        "{\"reason\":\"done\"}",
        "{}",
        "{\"requestId\":null}",
        "{\"requestId\":{}}",
        "{\"requestId\":\"done\",\"reason\":5}");
  }

  @Property
  @Checks({"http.stream.related-only", "logging.own-stream"})
  @Needs(
      value = Feature.HTTP,
      tools = {"test_tool_with_progress", "test_trigger_tool_change"})
  void streamsOfSeveralRequestsDoNotMix(@ForAll("ids") JsonNode token, Trial trial) {
    var one = trial.open(trial.call("test_tool_with_progress").meta("progressToken", token));
    var two = trial.open(trial.call("test_logging_tool").meta(Ask.LOG_LEVEL, Json.string("debug")));
    trial.send(trial.call("test_trigger_tool_change"));
    Reply first = trial.seen(one.readAll());
    Reply second = trial.seen(two.readAll());
    trial
        .expect("logging.own-stream", first)
        .is(params(first, "notifications/message").isEmpty(), "no messages of another request");
    trial
        .expect("http.stream.related-only", second)
        .is(params(second, "notifications/progress").isEmpty(), "no progress of another request");
  }

  private static List<JsonNode> params(Reply reply, String method) {
    return reply.notifications().stream()
        .filter(message -> message.method().equals(method))
        .map(message -> message.node().path("params"))
        .toList();
  }
}
