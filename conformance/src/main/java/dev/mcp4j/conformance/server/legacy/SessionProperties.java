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
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.wire.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sessions over HTTP: their ids, their ends, and the headers that go with them. */
@Needs(Feature.HTTP)
class SessionProperties extends Generators {
  private static final int SHORTEST_ID = 16;
  private static final int LEAST_DIFFERENCE = 8;

  @Property
  @Checks({"http.session.id-visible-ascii", "http.session.id-secure"})
  @Tries(6)
  void sessionIdsCannotBeGuessed(@ForAll @IntRange(min = 2, max = 6) int number, Trial trial) {
    Set<String> ids = new HashSet<>();
    String last = "";
    for (int i = 0; i < number; i++) {
      Conversation conversation = Conversations.another(trial);
      if (conversation.sessionId().isEmpty()) {
        return;
      }
      String id = conversation.sessionId().get();
      trial.expect(
          "http.session.id-visible-ascii",
          !id.isEmpty() && id.chars().allMatch(c -> c >= 0x21 && c <= 0x7e),
          "visible ASCII characters",
          Json.brief(Json.string(id)));
      boolean secure =
          ids.add(id)
              && id.length() >= SHORTEST_ID
              && (last.isEmpty() || difference(id, last) >= LEAST_DIFFERENCE);
      trial.expect(
          "http.session.id-secure",
          secure,
          "an id of at least 16 characters, of which 8 or more differ from the one before",
          id + " after " + last);
      last = id;
    }
  }

  /** How many characters are left without the common beginning and the common end. */
  private static int difference(String one, String other) {
    int length = Math.min(one.length(), other.length());
    int start = 0;
    while (start < length && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < length - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return one.length() - start - end;
  }

  /** What can be sent in a session. */
  enum Kind {
    REQUEST,
    LIST,
    NOTIFICATION,
    STREAM,
    END;

    /** Whether a server may answer with 405, since it does not offer it. */
    boolean isOptional() {
      return this == STREAM || this == END;
    }

    boolean isStream() {
      return this == STREAM;
    }

    Ask in(Conversation conversation) {
      return switch (this) {
        case REQUEST -> conversation.ask("ping");
        case LIST -> conversation.ask("tools/list");
        case NOTIFICATION ->
            conversation.notification("notifications/cancelled").param("requestId", "none");
        case STREAM -> conversation.get();
        case END -> conversation.delete();
      };
    }
  }

  @Provide
  Arbitrary<Kind> kinds() {
    return Arbitraries.of(Kind.values());
  }

  @Property
  @Checks("http.session.missing-400")
  void messageWithoutSessionIsRefused(@ForAll("kinds") Kind kind, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    if (conversation.sessionId().isPresent()) {
      Ask ask = kind.in(conversation).spoiled();
      ask.headers().remove("Mcp-Session-Id");
      Reply reply = kind.isStream() ? ListenProperties.head(trial, ask) : trial.send(ask);
      boolean notOffered = reply.status() == 405 && kind.isOptional();
      trial
          .expect("http.session.missing-400", reply)
          .is(reply.status() == 400 || notOffered, "status 400");
    }
  }

  /** A step: what is sent in which session. */
  record Step(int session, Kind kind) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.of(Kind.END)),
            Tuple.of(5, Arbitraries.of(Kind.REQUEST, Kind.LIST, Kind.NOTIFICATION, Kind.STREAM)));
    return Combinators.combine(Arbitraries.integers().between(0, 2), kinds)
        .as(Step::new)
        .list()
        .ofMinSize(2)
        .ofMaxSize(10);
  }

  @Property
  @Checks({"http.session.ended-404", "base.core-supported", "http.get.stream-or-405"})
  void sessionsLiveAndEndOnTheirOwn(@ForAll("steps") List<Step> steps, Trial trial) {
    List<Conversation> sessions = new ArrayList<>();
    Set<Conversation> ended = new HashSet<>();
    for (Step step : steps) {
      while (sessions.size() <= step.session()) {
        sessions.add(Conversations.another(trial));
      }
      Conversation conversation = sessions.get(step.session());
      if (conversation.sessionId().isEmpty()) {
        return;
      }
      take(step.kind(), conversation, ended, trial);
    }
  }

  private static void take(
      Kind kind, Conversation conversation, Set<Conversation> ended, Trial trial) {
    Ask ask = kind.in(conversation);
    Reply reply;
    if (kind.isStream()) {
      reply =
          ended.contains(conversation)
              ? ListenProperties.head(trial, ask)
              : ListenProperties.briefly(trial, ask);
    } else {
      reply = trial.send(ask);
    }
    if (ended.contains(conversation)) {
      boolean notOffered = reply.status() == 405 && kind.isOptional();
      trial
          .expect("http.session.ended-404", reply)
          .is(reply.status() == 404 || notOffered, "status 404, since the session was ended");
      return;
    }
    switch (kind) {
      case REQUEST -> trial.expect("base.core-supported", reply).result();
      case LIST -> trial.expect("base.core-supported", reply).answered().status(200);
      case NOTIFICATION -> trial.expect("base.core-supported", reply).status(202);
      case STREAM -> ListenProperties.streamOr405(trial, reply);
      case END -> {
        if (reply.status() / 100 == 2) {
          ended.add(conversation);
        }
      }
    }
  }

  @Property
  @Checks("http.version-header.invalid-400")
  void unknownVersionInTheHeaderIsRefused(
      @ForAll("unknownVersions") String version, @ForAll("kinds") Kind kind, Trial trial) {
    Ask ask = kind.in(LegacyDialect.of(trial)).spoiled();
    ask.headers().set("MCP-Protocol-Version", version);
    Reply reply = kind.isStream() ? ListenProperties.head(trial, ask) : trial.send(ask);
    boolean notOffered = reply.status() == 405 && kind.isOptional();
    trial
        .expect("http.version-header.invalid-400", reply)
        .is(reply.status() == 400 || notOffered, "status 400");
  }

  @Property
  @Checks("http.version-header.assumed")
  @Tries(6)
  void versionNeedNotBeInTheHeader(@ForAll("requests") Kind kind, Trial trial) {
    Ask ask = kind.in(LegacyDialect.of(trial));
    ask.headers().remove("MCP-Protocol-Version");
    trial.expect("http.version-header.assumed", trial.send(ask)).answered().status(200);
  }

  @Provide
  Arbitrary<Kind> requests() {
    return Arbitraries.of(Kind.REQUEST, Kind.LIST);
  }

  @Property
  @Checks({"http.origin.validated", "http.origin.invalid-403"})
  @Needs(Feature.LOOPBACK)
  void foreignOriginIsForbiddenForEveryVerb(
      @ForAll("kinds") Kind kind, @ForAll boolean handshake, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    Ask ask =
        handshake
            ? Conversation.initialize(Conversation.VERSION, Json.object(), Conversation.freshId())
            : kind.in(conversation);
    ask.headers().set("Origin", "https://evil.example");
    Reply reply =
        !handshake && kind.isStream()
            ? ListenProperties.head(trial, ask)
            : trial.seen(trial.server().send(ask));
    boolean notOffered = reply.status() == 405 && kind.isOptional();
    trial
        .expect("http.origin.validated", reply)
        .is(reply.status() >= 400, "a refusal of a page from https://evil.example");
    trial
        .expect("http.origin.invalid-403", reply)
        .is(reply.status() == 403 || notOffered, "status 403");
  }

  @Property
  @Checks({"http.notification-202", "http.notification-refused-status"})
  void responsesNobodyWaitsForAreAcceptedOrRefused(
      @ForAll("responses") String text, @ForAll("ids") JsonNode id, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    JsonNode member = Json.object(text);
    String name = member.has("code") ? "error" : "result";
    Reply reply = trial.send(conversation.response(id, name, member));
    trial
        .expect("http.notification-202", reply)
        .is(
            reply.status() >= 400 || (reply.status() == 202 && reply.messages().isEmpty()),
            "status 202 and no body, or an error status");
  }

  @Provide
  Arbitrary<String> responses() {
    return Arbitraries.of(
        "{}", "{\"action\":\"cancel\"}", "{\"roots\":[]}", "{\"code\":-32601,\"message\":\"no\"}");
  }

  @Property
  @Checks("lifecycle.negotiated-version")
  @Tries(6)
  void noArraysOfMessagesAreSent(@ForAll @IntRange(min = 1, max = 4) int number, Trial trial) {
    Conversation conversation = LegacyDialect.of(trial);
    List<ObjectNode> messages = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      messages.add(conversation.ask("ping").message());
    }
    Ask ask = conversation.ask("ping");
    ask.body(Bytes.utf8(Json.write(Json.array(messages))));
    Reply reply = trial.send(ask);
    // To take the messages one by one is not forbidden.
    Optional<JsonNode> array =
        reply.messages().stream()
            .flatMap(message -> message.json().stream())
            .filter(JsonNode::isArray)
            .filter(node -> node.valueStream().anyMatch(answer -> answer.has("result")))
            .findFirst();
    trial.expect(
        "lifecycle.negotiated-version",
        array.isEmpty(),
        "no array of results, which this version does not have",
        array.map(Json::brief).orElse(""));
  }
}
