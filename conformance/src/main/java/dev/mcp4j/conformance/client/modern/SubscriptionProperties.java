/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions to changes. */
@Needs(abilities = "listen")
class SubscriptionProperties extends ClientGenerators {
  private static final String LISTEN = "subscriptions/listen";

  @Property
  @Tries(6)
  @Checks({"subscription.client-checks-ack", "schema.client-request"})
  void smallerAcknowledgementIsTakenForWhatItIs(
      @ForAll boolean tools, @ForAll boolean prompts, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode granted = Json.object();
    if (tools) {
      granted.put("toolsListChanged", true);
    }
    if (prompts) {
      granted.put("promptsListChanged", true);
    }
    stage.script().on(LISTEN, asked -> Script.acknowledge(asked, granted));
    ObjectNode filter = Json.object().put("toolsListChanged", true).put("promptsListChanged", true);
    JsonNode told =
        stage.succeeds(
            "subscription.client-checks-ack", stage.connect().listen("s", filter).await());
    boolean same =
        told.path("toolsListChanged").booleanValue(false) == tools
            && told.path("promptsListChanged").booleanValue(false) == prompts;
    trial.expect("subscription.client-checks-ack", same, Json.brief(granted), Json.brief(told));
  }

  @Property
  @Tries(4)
  @Checks("subscription.stdio-correlation")
  @Needs(Feature.STDIO)
  void changeGoesToItsSubscription(@ForAll boolean first, Trial trial) {
    Stage stage = stage(trial);
    Client client = stage.connect();
    ObjectNode filter = Json.object().put("toolsListChanged", true);
    stage.succeeds("subscription.stdio-correlation", client.listen("one", filter).await());
    stage.succeeds("subscription.stdio-correlation", client.listen("two", filter).await());
    List<Asked> listens = stage.inbox().all(LISTEN);
    Asked meant = listens.get(first ? 0 : 1);
    meant.event(Script.subscribed("notifications/tools/list_changed", Json.object(), meant.id()));
    String right = first ? "one" : "two";
    String wrong = first ? "two" : "one";
    trial.expect(
        "subscription.stdio-correlation",
        stage.told(changeOf(right), stage.patience()),
        "word of the change to the subscription " + right,
        "none");
    trial.expect(
        "subscription.stdio-correlation",
        !stage.told(changeOf(wrong), Stage.QUIET),
        "no word of it to the subscription " + wrong,
        "word of it");
  }

  @Property
  @Tries(2)
  @Checks("subscription.resent-after-reconnect")
  @Needs(Feature.STDIO)
  void subscriptionIsMadeAnewAfterARestart(@ForAll boolean tools, Trial trial) {
    Stage stage = stage(trial);
    Client client = stage.connect();
    ObjectNode filter = Json.object().put(tools ? "toolsListChanged" : "promptsListChanged", true);
    stage.succeeds("subscription.resent-after-reconnect", client.listen("s", filter).await());
    int before = stage.stdio().processes(1, stage.patience()).size();
    stage.stdio().latest().orElseThrow().exit(1);
    stage.stdio().latest().orElseThrow().awaitEnd(stage.patience());
    // A client that starts its server only when it needs it is given a reason, and another one
    // if what it asked first was lost.
    Done ignored = client.list("tools").await();
    if (!ignored.isOk()) {
      ignored = client.list("tools").await();
    }
    if (stage.stdio().processes(before + 1, stage.patience()).size() == before) {
      // Whether it is started again at all is another matter.
      return;
    }
    List<Asked> listens = stage.inbox().await(asked -> asked.is(LISTEN), 2, stage.patience());
    trial.expect(
        "subscription.resent-after-reconnect",
        listens.size() >= 2 && listens.get(1).connection() != listens.get(0).connection(),
        "the request again, after the restart",
        listens.size() + " requests; " + ignored.brief());
    JsonNode again = listens.get(1).params().path("notifications");
    trial.expect(
        "subscription.resent-after-reconnect",
        Json.same(again, listens.get(0).params().path("notifications")),
        Json.brief(filter),
        Json.brief(again));
  }

  private static Predicate<JsonNode> changeOf(String subscription) {
    return event ->
        event.path("event").stringValue("").equals("changed")
            && event.path("subscription").stringValue("").equals(subscription);
  }
}
