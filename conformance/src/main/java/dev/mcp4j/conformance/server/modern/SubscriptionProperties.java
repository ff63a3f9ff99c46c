/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

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
import dev.mcp4j.conformance.server.common.ReadOn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Subscriptions: their acknowledgment, what they bring, and what they do not. */
@Needs(Feature.SUBSCRIPTIONS)
class SubscriptionProperties extends Generators {
  private static final String ACKNOWLEDGED = "notifications/subscriptions/acknowledged";
  private static final String SUBSCRIPTION_ID = "io.modelcontextprotocol/subscriptionId";
  private static final Duration QUIET = Duration.ofMillis(250);
  private static final String WATCHED = "test://watched-resource";

  /** Which filter brings which notification, and which tool of the contract brings it about. */
  private enum Kind {
    TOOLS("toolsListChanged", "notifications/tools/list_changed", "test_trigger_tool_change"),
    PROMPTS(
        "promptsListChanged", "notifications/prompts/list_changed", "test_trigger_prompt_change"),
    RESOURCES(
        "resourcesListChanged",
        "notifications/resources/list_changed",
        "conformance_change_resources"),
    UPDATES(
        "resourceSubscriptions", "notifications/resources/updated", "conformance_touch_resource");

    private final String filter;
    private final String method;
    private final String trigger;

    Kind(String filter, String method, String trigger) {
      this.filter = filter;
      this.method = method;
      this.trigger = trigger;
    }
  }

  @Property
  @Checks({
    "subscription.ack-first",
    "subscription.nothing-before-ack",
    "subscription.ack-subset",
    "meta.subscription-id",
    "schema.acknowledged"
  })
  void acknowledgmentComesFirst(
      @ForAll("filters") ObjectNode filter, @ForAll("ids") JsonNode id, Trial trial) {
    MessageStream stream = listen(filter, id, trial);
    Optional<Reply.Message> first = stream.next(trial.server().patience());
    Reply reply = stream.soFar();
    trial
        .expect("subscription.ack-first", reply)
        .is(first.isPresent(), "an acknowledgment as the first message");
    boolean acknowledged = first.get().method().equals(ACKNOWLEDGED);
    String shown = Json.brief(first.get().node());
    trial.observe("subscription.nothing-before-ack", acknowledged, ACKNOWLEDGED, shown);
    trial.expect("subscription.ack-first", acknowledged, ACKNOWLEDGED, shown);
    JsonNode params = first.get().node().path("params");
    trial.expect(
        "meta.subscription-id",
        Json.same(params.path("_meta").path(SUBSCRIPTION_ID), id),
        "the subscription id " + Json.write(id),
        shown);
    List<String> problems =
        trial.shapes().problems("SubscriptionsAcknowledgedNotificationParams", params);
    trial.expect("schema.acknowledged", problems.isEmpty(), "the shape of the schema", shown);
    subset(filter, params.path("notifications"), trial);
  }

  private static void subset(ObjectNode asked, JsonNode acknowledged, Trial trial) {
    for (Map.Entry<String, JsonNode> member : acknowledged.properties()) {
      boolean requested = !member.getValue().booleanValue(true) || asked.has(member.getKey());
      trial.expect(
          "subscription.ack-subset",
          requested || (member.getValue().isArray() && member.getValue().isEmpty()),
          "only what was asked for: " + Json.brief(asked),
          Json.brief(acknowledged));
    }
  }

  @Provide
  Arbitrary<ObjectNode> filters() {
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(flag, flag, flag, flag)
        .as(
            (tools, prompts, resources, updates) -> {
              ObjectNode filter = Json.object();
              if (tools) {
                filter.put(Kind.TOOLS.filter, true);
              }
              if (prompts) {
                filter.put(Kind.PROMPTS.filter, true);
              }
              if (resources) {
                filter.put(Kind.RESOURCES.filter, true);
              }
              if (updates) {
                filter.putArray(Kind.UPDATES.filter).add(WATCHED);
              }
              return filter;
            });
  }

  @Property
  @Checks({
    "subscription.only-requested",
    "meta.subscription-id",
    "tool.list-changed",
    "prompt.list-changed",
    "resource.list-changed"
  })
  @Needs(tools = {"test_trigger_tool_change", "test_trigger_prompt_change"})
  @Tries(8)
  void subscriptionBringsWhatWasAskedForAndNothingElse(
      @ForAll("filters") ObjectNode filter, Trial trial) {
    JsonNode id = trial.freshId();
    MessageStream stream = listen(filter, id, trial);
    Optional<Reply.Message> ack = stream.next(trial.server().patience());
    JsonNode acknowledged =
        ack.map(m -> m.node().path("params").path("notifications")).orElse(Json.object());
    for (Kind kind : Kind.values()) {
      if (trial.profile().tool(kind.trigger).isPresent()) {
        trial.send(trial.call(kind.trigger));
      }
    }
    List<Reply.Message> came = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      boolean wanted = acknowledged.path(kind.filter).booleanValue(false);
      if (wanted && trial.profile().tool(kind.trigger).isPresent()) {
        Optional<Reply.Message> message = await(stream, kind, came);
        String requirement = requirement(kind);
        trial
            .expect(requirement, stream.soFar())
            .is(message.isPresent(), "the notification " + kind.method);
      }
    }
    came.addAll(ReadOn.during(stream, QUIET));
    for (Reply.Message message : came) {
      requested(message, filter, id, trial);
    }
    trial.seen(stream.soFar());
  }

  private static Optional<Reply.Message> await(
      MessageStream stream, Kind kind, List<Reply.Message> came) {
    Optional<Reply.Message> already =
        came.stream().filter(message -> message.method().equals(kind.method)).findFirst();
    return already.or(
        () ->
            ReadOn.until(
                stream,
                Duration.ofSeconds(4),
                message -> {
                  came.add(message);
                  return message.method().equals(kind.method);
                }));
  }

  private static String requirement(Kind kind) {
    return switch (kind) {
      case TOOLS -> "tool.list-changed";
      case PROMPTS -> "prompt.list-changed";
      default -> "resource.list-changed";
    };
  }

  private static void requested(
      Reply.Message message, ObjectNode filter, JsonNode id, Trial trial) {
    String shown = Json.brief(message.node());
    for (Kind kind : Kind.values()) {
      if (message.method().equals(kind.method)) {
        trial.expect(
            "subscription.only-requested",
            filter.has(kind.filter),
            "only what was asked for: " + Json.brief(filter),
            shown);
      }
    }
    // What has no method is the response, by which a server may end a subscription at any time.
    if (!message.method().isEmpty()) {
      JsonNode there = message.node().path("params").path("_meta").path(SUBSCRIPTION_ID);
      trial.expect(
          "meta.subscription-id",
          Json.same(there, id),
          "the subscription id " + Json.write(id),
          shown);
    }
  }

  @Property
  @Checks("meta.subscription-id")
  @Needs(tools = "test_trigger_tool_change")
  @Tries(3)
  void severalSubscriptionsHaveTheirOwnIds(
      @ForAll @IntRange(min = 2, max = 4) int number, Trial trial) {
    ObjectNode filter = Json.object().put(Kind.TOOLS.filter, true);
    List<MessageStream> streams = new ArrayList<>();
    List<JsonNode> ids = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      JsonNode id = Json.string("subscription " + i + " " + trial.freshId());
      ids.add(id);
      streams.add(listen(filter, id, trial));
      streams.get(i).next(trial.server().patience());
    }
    trial.send(trial.call("test_trigger_tool_change"));
    for (int i = 0; i < number; i++) {
      Optional<Reply.Message> message =
          ReadOn.until(
              streams.get(i), Duration.ofSeconds(4), m -> m.method().equals(Kind.TOOLS.method));
      JsonNode there =
          message
              .map(m -> m.node().path("params").path("_meta").path(SUBSCRIPTION_ID))
              .orElse(ids.get(i));
      trial.expect(
          "meta.subscription-id",
          Json.same(there, ids.get(i)),
          "the subscription id " + ids.get(i),
          Json.brief(there));
    }
  }

  private static MessageStream listen(ObjectNode filter, JsonNode id, Trial trial) {
    Ask ask = trial.ask("subscriptions/listen").id(id).param("notifications", filter);
    return trial.open(ask);
  }
}
