/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.JsonStyle;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;

/** Verbs, origins, and headers of HTTP itself. */
@Needs(Feature.HTTP)
class HttpPostProperties extends Generators {
  @Property
  @Checks({"http.endpoint", "http.reply-content-type"})
  void postIsAnsweredAsJsonOrAsStream(
      @ForAll("ids") JsonNode id, @ForAll("styles") JsonStyle style, Trial trial) {
    Reply reply = trial.send(trial.askPlain().id(id).style(style));
    trial.expect("http.endpoint", reply).status(200).answered();
    String type = reply.head().orElseThrow().mediaType();
    trial
        .expect("http.reply-content-type", reply)
        .is(
            type.equals("application/json") || type.equals("text/event-stream"),
            "application/json or text/event-stream");
  }

  @Property
  @Checks({"http.origin.validated", "http.origin.invalid-403"})
  @Needs(Feature.LOOPBACK)
  void foreignOriginIsForbidden(@ForAll("foreignOrigins") String origin, Trial trial) {
    Ask ask = trial.askPlain();
    ask.headers().set("Origin", origin);
    Reply reply = trial.send(ask);
    trial
        .expect("http.origin.validated", reply)
        .is(reply.result().isMissingNode(), "no result for a page from " + origin);
    trial.expect("http.origin.invalid-403", reply).status(403);
  }

  @Provide
  Arbitrary<String> foreignOrigins() {
    Arbitrary<String> tricks =
        Arbitraries.of(
            "http://localhost.evil.example",
            "http://127.0.0.1.evil.example",
            "https://evil.example",
            "http://evil.example:80",
            "http://192.0.2.7",
            "http://evil.example.localhost.example");
    Arbitrary<String> hosts =
        names().map(name -> "https://h" + name.replace('_', 'x') + ".example");
    return Arbitraries.oneOf(tricks, hosts);
  }

  @Property
  @Checks("http.legacy.get-delete-405")
  @Needs(Feature.MODERN_ONLY)
  void getAndDeleteAreNotAllowed(@ForAll("verbs") String verb, Trial trial) {
    Ask ask = trial.askPlain().verb(verb);
    ask.headers().set("Accept", "text/event-stream");
    trial.expect("http.legacy.get-delete-405", trial.send(ask)).status(405);
  }

  @Provide
  Arbitrary<String> verbs() {
    return Arbitraries.of("GET", "DELETE");
  }

  @Property
  @Checks("http.legacy.session-ignored")
  @Needs(Feature.MODERN_ONLY)
  void sessionIdIsIgnored(@ForAll("tokens") String session, Trial trial) {
    Ask ask = trial.askPlain();
    ask.headers().put("Mcp-Session-Id", session);
    Reply reply = trial.send(ask);
    trial.expect("http.legacy.session-ignored", reply).result();
    trial
        .expect("http.legacy.session-ignored", reply)
        .is(
            reply.head().orElseThrow().header("Mcp-Session-Id").isEmpty(),
            "no header Mcp-Session-Id");
  }

  @Property
  @Checks("http.legacy.last-event-id-ignored")
  @Needs(Feature.MODERN_ONLY)
  void lastEventIdIsIgnored(@ForAll("tokens") String id, Trial trial) {
    Ask ask = trial.askPlain();
    ask.headers().put("Last-Event-ID", id);
    trial.expect("http.legacy.last-event-id-ignored", trial.send(ask)).result();
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.strings().withCharRange('!', '~').ofMinLength(1).ofMaxLength(40);
  }

  @Property
  @Checks("base.core-supported")
  void everySpellingOfTheContentTypesIsServed(
      @ForAll("accepts") String accept, @ForAll("contentTypes") String type, Trial trial) {
    Ask ask = trial.askPlain();
    ask.headers().put("Accept", accept).put("Content-Type", type);
    trial.expect("base.core-supported", trial.send(ask)).result();
  }

  @Provide
  Arbitrary<String> accepts() {
    return Arbitraries.of(
        "application/json, text/event-stream",
        "text/event-stream, application/json",
        "application/json,text/event-stream",
        "application/json;q=0.9, text/event-stream;q=0.8",
        "text/event-stream ,  application/json , */*;q=0.1");
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return Arbitraries.of("application/json", "application/json; charset=utf-8");
  }
}
