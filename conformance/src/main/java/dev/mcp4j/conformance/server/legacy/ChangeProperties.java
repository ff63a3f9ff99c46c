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
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.server.common.ReadOn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Changes that a server announces, of lists and of resources. */
class ChangeProperties extends Generators {
  private static final Duration SOON = Duration.ofSeconds(4);
  private static final Duration QUIET = Duration.ofMillis(200);
  private static final String WATCHED = "test://watched-resource";
  private static final String UPDATED = "notifications/resources/updated";

  /** What may change, and which tool of the contract changes it. */
  enum Kind {
    TOOLS("tools", "test_trigger_tool_change", "tool.list-changed"),
    PROMPTS("prompts", "test_trigger_prompt_change", "prompt.list-changed"),
    RESOURCES("resources", "conformance_change_resources", "resource.list-changed");

    private final String feature;
    private final String trigger;
    private final String requirement;

    Kind(String feature, String trigger, String requirement) {
      this.feature = feature;
      this.trigger = trigger;
      this.requirement = requirement;
    }

    String method() {
      return "notifications/" + feature + "/list_changed";
    }
  }

  @Property
  @Checks({
    "tool.list-changed",
    "prompt.list-changed",
    "resource.list-changed",
    "schema.change-notification"
  })
  @Tries(8)
  void changesOfListsAreTold(@ForAll("kinds") List<Kind> kinds, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Optional<MessageStream> listening = Conversations.listen(trial, conversation);
    for (Kind kind : kinds) {
      boolean declared =
          trial.profile().capabilities().path(kind.feature).path("listChanged").booleanValue(false);
      if (trial.profile().tool(kind.trigger).isPresent()) {
        Reply reply = trial.send(conversation.call(kind.trigger));
        if (declared) {
          boolean told = isTold(kind.method(), reply, listening);
          trial.expect(kind.requirement, reply).is(told, "the notification " + kind.method());
        } else {
          // What is told all the same is looked at when the try ends.
          listening.ifPresent(stream -> ReadOn.during(stream, QUIET));
        }
      }
    }
  }

  @Provide
  Arbitrary<List<Kind>> kinds() {
    return Arbitraries.of(Kind.values()).list().ofMinSize(1).ofMaxSize(3);
  }

  private static boolean isTold(String method, Reply reply, Optional<MessageStream> listening) {
    Stream<Reply.Message> here = reply.notifications().stream();
    return here.anyMatch(message -> message.method().equals(method))
        || listening
            .flatMap(stream -> ReadOn.until(stream, SOON, m -> m.method().equals(method)))
            .isPresent();
  }

  /** What the client does before the resource changes once more. */
  record Round(boolean subscribe, boolean unsubscribe) {}

  @Provide
  Arbitrary<List<Round>> rounds() {
    return Combinators.combine(Arbitraries.of(true, false), Arbitraries.of(true, false))
        .as(Round::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(3);
  }

  @Property
  @Checks({
    "capability.respected",
    "resource.updated-only-subscribed",
    "schema.change-notification"
  })
  @Needs(tools = "conformance_touch_resource")
  @Tries(8)
  void updatesComeWhileTheClientIsSubscribed(@ForAll("rounds") List<Round> rounds, Trial trial) {
    if (!watches(trial)) {
      return;
    }
    Conversation conversation = LegacyDialect.of(trial);
    Optional<MessageStream> listening = Conversations.listen(trial, conversation);
    boolean subscribed = false;
    for (Round round : rounds) {
      if (round.subscribe()) {
        subscribe(trial, conversation, WATCHED);
        subscribed = true;
      }
      if (round.unsubscribe()) {
        unsubscribe(trial, conversation);
        // What was on its way is excused.
        listening.ifPresent(stream -> ReadOn.during(stream, QUIET));
        subscribed = false;
      }
      touch(trial, conversation, listening, subscribed);
    }
    unsubscribe(trial, conversation);
  }

  private static void touch(
      Trial trial, Conversation conversation, Optional<MessageStream> listening, boolean wanted) {
    Reply reply = trial.send(conversation.call("conformance_touch_resource"));
    boolean here = reply.notifications().stream().anyMatch(m -> m.method().equals(UPDATED));
    Duration patience = wanted ? SOON : QUIET;
    boolean there =
        !here
            && listening
                .flatMap(stream -> ReadOn.until(stream, patience, m -> m.method().equals(UPDATED)))
                .isPresent();
    if (wanted) {
      trial
          .expect("capability.respected", reply)
          .is(here || there, "an update of the resource that the client subscribed to");
    } else {
      trial.expect(
          "resource.updated-only-subscribed",
          !here && !there,
          "no update without a subscription",
          "the notification " + UPDATED);
    }
  }

  @Property
  @Checks("resource.updated-only-subscribed")
  @Needs(value = Feature.HTTP, tools = "conformance_touch_resource")
  @Tries(4)
  void updatesAreForTheSessionThatSubscribed(@ForAll boolean later, Trial trial) {
    if (!watches(trial)) {
      return;
    }
    Conversation other = Conversations.another(trial);
    Conversation subscriber = LegacyDialect.of(trial);
    Optional<MessageStream> listening = Conversations.listen(trial, other);
    Conversation toucher = later ? other : subscriber;
    subscribe(trial, subscriber, WATCHED);
    Reply reply = trial.send(toucher.call("conformance_touch_resource"));
    boolean here =
        later && reply.notifications().stream().anyMatch(m -> m.method().equals(UPDATED));
    boolean there =
        listening
            .flatMap(stream -> ReadOn.until(stream, QUIET, m -> m.method().equals(UPDATED)))
            .isPresent();
    trial.expect(
        "resource.updated-only-subscribed",
        !here && !there,
        "no update in a session that did not subscribe",
        "the notification " + UPDATED);
  }

  private static boolean watches(Trial trial) {
    return trial.profile().capabilities().path("resources").path("subscribe").booleanValue(false);
  }

  static void subscribe(Trial trial, Conversation conversation, String uri) {
    conversation.state().subscribed(uri);
    Reply reply = trial.send(conversation.ask("resources/subscribe").param("uri", uri));
    trial.expect("capability.respected", reply).result();
  }

  private static void unsubscribe(Trial trial, Conversation conversation) {
    Reply reply = trial.send(conversation.ask("resources/unsubscribe").param("uri", WATCHED));
    trial.expect("capability.respected", reply).answered();
  }
}
