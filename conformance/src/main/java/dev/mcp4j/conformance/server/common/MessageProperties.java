/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.conformance.wire.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Messages of JSON-RPC: ids, spellings, malformed ones, notifications. */
class MessageProperties extends Generators {
  private static final Set<Integer> MALFORMED = Set.of(-32700, -32600, -32601, -32602, -32020);

  @Property
  @Checks({"result.same-id", "result.present"})
  void resultHasTheIdOfItsRequest(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(trial.askPlain().id(id));
    trial.expect("result.present", reply).result();
    trial.expect("result.same-id", reply).is(sameId(reply, id), "the id " + Json.write(id));
  }

  @Property
  @Checks({"error.same-id", "error.shape", "error.code-integer"})
  void errorHasTheIdOfItsRequest(
      @ForAll("ids") JsonNode id, @ForAll("unknownMethods") String method, Trial trial) {
    Reply reply = trial.send(trial.ask(method).id(id));
    JsonNode error = trial.expect("error.shape", reply).error();
    trial.expect("error.shape", reply).is(error.path("message").isString(), "a message");
    trial.expect("error.code-integer", reply).is(reply.code().isPresent(), "an integer code");
    trial.expect("error.same-id", reply).is(sameId(reply, id), "the id " + Json.write(id));
  }

  @Property
  @Checks({"http.method-not-found-404", "error.code.standard"})
  void unknownMethodIsNotFound(@ForAll("unknownMethods") String method, Trial trial) {
    Reply reply = trial.send(trial.ask(method));
    String requirement = trial.isHttp() ? "http.method-not-found-404" : "error.code.standard";
    trial.expect(requirement, reply).error(-32601);
    trial.expect(requirement, reply).status(404);
  }

  @Property
  @Checks("base.core-supported")
  void everySpellingOfTheSameJsonIsServed(
      @ForAll("styles") JsonStyle style, @ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(trial.askPlain().id(id).style(style));
    trial.expect("base.core-supported", reply).result();
  }

  @Property
  @Checks("base.core-supported")
  void messageThatArrivesInPiecesIsServed(@ForAll("cuts") List<Integer> cuts, Trial trial) {
    Reply reply = trial.send(trial.askPlain().cuts(cuts));
    trial.expect("base.core-supported", reply).result();
  }

  @Property
  @Checks("meta.no-assumptions")
  void unknownMetadataDoesNotDisturb(
      @ForAll("foreignKeys") String key, @ForAll("values") JsonNode value, Trial trial) {
    Reply reply = trial.send(trial.askPlain().meta(key, value));
    trial.expect("meta.no-assumptions", reply).result();
  }

  @Property
  @Checks("error.code.standard")
  void malformedJsonIsRefused(@ForAll("brokenJson") String text, Trial trial) {
    Reply reply = trial.send(trial.askPlain().body(Bytes.utf8(text)));
    if (trial.isHttp()) {
      trial.expect("error.code.standard", reply).refused();
    }
    if (reply.code().isPresent()) {
      trial.expect("error.code.standard", reply).error(-32700, -32600);
    }
  }

  @Provide
  Arbitrary<String> brokenJson() {
    return Arbitraries.of(
        "{",
        "}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\",\"params\":{}",
        "{'jsonrpc':'2.0','id':1,'method':'server/discover'}",
        "{\"jsonrpc\":\"2.0\" \"id\":1}",
        "{\"jsonrpc\":\"2.0\",\"id\":01,\"method\":\"server/discover\"}",
        "not json",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"server/discover\"}}");
  }

  @Property
  @Checks("error.code.standard")
  void malformedMessageIsRefused(@ForAll("spoilers") Spoiler spoiler, Trial trial) {
    Ask ask = trial.askPlain();
    spoiler.spoil(ask);
    Reply reply = trial.send(ask);
    trial.expect("error.code.standard", reply).refused();
    if (reply.code().isPresent()) {
      trial
          .expect("error.code.standard", reply)
          .is(MALFORMED.contains(reply.code().get()), "one of the errors " + MALFORMED);
    }
  }

  /** A way to spoil a message, so that it is still JSON. */
  enum Spoiler {
    NO_VERSION_OF_JSON_RPC,
    OTHER_VERSION_OF_JSON_RPC,
    NO_METHOD,
    METHOD_THAT_IS_NO_STRING,
    PARAMS_THAT_ARE_NO_OBJECT,
    ARRAY_OF_MESSAGES;

    void spoil(Ask ask) {
      ask.spoiled();
      switch (this) {
        case NO_VERSION_OF_JSON_RPC -> ask.withoutMember("jsonrpc");
        case OTHER_VERSION_OF_JSON_RPC -> ask.member("jsonrpc", Json.string("1.0"));
        case NO_METHOD -> ask.withoutMember("method");
        case METHOD_THAT_IS_NO_STRING -> ask.member("method", Json.NODES.numberNode(1));
        case PARAMS_THAT_ARE_NO_OBJECT -> ask.member("params", Json.string("none"));
        case ARRAY_OF_MESSAGES ->
            ask.body(Bytes.utf8(Json.write(Json.array(List.of(ask.message())))));
      }
    }
  }

  @Provide
  Arbitrary<Spoiler> spoilers() {
    return Arbitraries.of(Spoiler.values());
  }

  @Property
  @Checks("base.core-supported")
  @Tries(8)
  void serverLivesOnAfterGarbage(@ForAll("garbage") String text, Trial trial) {
    trial.send(trial.askPlain());
    trial.send(trial.askPlain().body(Bytes.utf8(text)));
    Reply after = trial.send(trial.askPlain());
    if (!trial.isHttp() && after.response().isEmpty()) {
      // A process may exit whenever it wants to, and is started again then.
      after = trial.send(trial.askPlain());
    }
    trial.expect("base.core-supported", after).result();
  }

  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.of(
        "[".repeat(5_000),
        "{\"a\":".repeat(2_000),
        "\"" + "x".repeat(100_000),
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":null}",
        "null",
        "0",
        "\u0000",
        "{\"jsonrpc\":\"2.0\",\"id\":1e999,\"method\":\"server/discover\"}");
  }

  @Property
  @Checks({"notification.no-response", "http.notification-202", "http.notification-refused-status"})
  void notificationIsNotAnswered(@ForAll("notifications") String method, Trial trial) {
    Ask ask = trial.ask(method).withoutMember("id");
    Reply reply = trial.send(ask);
    boolean response =
        reply.messages().stream()
            .anyMatch(message -> message.node().has("result") || message.node().has("id"));
    trial.expect("notification.no-response", reply).is(!response, "no JSON-RPC response");
    if (trial.isHttp()) {
      boolean accepted = reply.status() < 400;
      if (accepted) {
        trial.expect("http.notification-202", reply).status(202);
        trial
            .expect("http.notification-202", reply)
            .is(reply.messages().isEmpty(), "an empty body");
      } else {
        trial.expect("http.notification-refused-status", reply).errorStatus();
      }
    }
  }

  @Provide
  Arbitrary<String> notifications() {
    return Arbitraries.oneOf(
        Arbitraries.just("notifications/cancelled"),
        names().map(name -> "notifications/conformance-" + name));
  }

  @Property
  @Checks({"stateless.many-conversations", "result.same-id"})
  @Tries(6)
  void requestsInFlightAtTheSameTimeGetTheirOwnResponses(
      @ForAll @IntRange(min = 2, max = 6) int number, Trial trial) {
    List<MessageStream> streams = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      streams.add(trial.open(trial.askPlain()));
    }
    // Read in the other order than asked, so that nothing depends on it.
    for (int i = number - 1; i >= 0; i--) {
      Reply reply = trial.seen(streams.get(i).readAll());
      trial.expect("stateless.many-conversations", reply).result();
      JsonNode id = reply.ask().id().orElseThrow();
      trial.expect("result.same-id", reply).is(sameId(reply, id), "the id " + Json.write(id));
    }
  }

  @Property
  @Checks("transport.utf-8")
  @Needs(tools = "conformance_echo")
  void valuesComeBackUnchanged(
      @ForAll("values") JsonNode value, @ForAll("styles") JsonStyle style, Trial trial) {
    ObjectNode arguments = Json.object();
    arguments.set("value", value);
    Reply reply = trial.send(trial.call("conformance_echo", arguments).style(style));
    trial.expect("transport.utf-8", reply).complete();
    trial.expect("transport.utf-8", reply).resultHas("/structuredContent/value", value);
  }

  @Property
  @Checks("error.code.standard")
  void parametersOfTheWrongTypeAreRefused(@ForAll("wrongCalls") Ask wrong, Trial trial) {
    Reply reply = trial.send(wrong.id(trial.freshId()));
    if (reply.code().filter(code -> code == -32601).isEmpty()) {
      trial.expect("error.code.standard", reply).error(-32602, -32600, -32020);
    }
  }

  @Provide
  Arbitrary<Ask> wrongCalls() {
    JsonNode number = Json.NODES.numberNode(1);
    return Arbitraries.of(
            wrong("tools/call", "name", Json.NODES.nullNode()),
            wrong("tools/call", "name", number),
            wrong("tools/call", "arguments", number),
            wrong("prompts/get", "name", Json.object()),
            wrong("resources/read", "uri", number),
            wrong("completion/complete", "ref", number))
        .map(message -> message);
  }

  private static Ask wrong(String method, String parameter, JsonNode value) {
    return Ask.modern(Revision.V2026_07_28.text(), method, Json.NODES.numberNode(1))
        .param(parameter, value)
        .spoiled();
  }

  static boolean sameId(Reply reply, JsonNode id) {
    JsonNode there = reply.response().map(r -> r.node().path("id")).orElse(Json.string(""));
    return Json.same(there, id);
  }
}
