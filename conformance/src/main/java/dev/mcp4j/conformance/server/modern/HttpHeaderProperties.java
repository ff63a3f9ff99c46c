/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HeaderText;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The headers that repeat what the body says. */
@Needs(Feature.HTTP)
class HttpHeaderProperties extends Generators {
  private static final String VERSION = "MCP-Protocol-Version";
  private static final String METHOD = "Mcp-Method";
  private static final String NAME = "Mcp-Name";

  @Property
  @Checks({
    "http.version-header.mismatch",
    "http.header-mismatch.rejected",
    "http.header-mismatch.status",
    "http.header-mismatch.code"
  })
  void versionHeaderThatDiffersIsRefused(
      @ForAll("otherVersions") String version, @ForAll("methods") String method, Trial trial) {
    Ask ask = trial.ask(method);
    ask.headers().set(VERSION, version);
    mismatch("http.version-header.mismatch", ask, trial);
  }

  @Provide
  Arbitrary<String> otherVersions() {
    return Arbitraries.oneOf(
        unknownVersions(), Arbitraries.of("2025-11-25", "2025-03-26", "2026-07-28x"));
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("server/discover", "tools/list", "prompts/list", "resources/list");
  }

  @Property
  @Checks({
    "http.version-header.missing",
    "http.header-mismatch.status",
    "http.header-mismatch.code"
  })
  @Needs(Feature.MODERN_ONLY)
  void missingVersionHeaderIsRefused(@ForAll("methods") String method, Trial trial) {
    Ask ask = trial.ask(method);
    ask.headers().remove(VERSION);
    mismatch("http.version-header.missing", ask, trial);
  }

  @Property
  @Checks({
    "http.header-mismatch.rejected",
    "http.header-mismatch.status",
    "http.header-mismatch.code"
  })
  void methodHeaderThatDiffersIsRefused(
      @ForAll("methods") String method, @ForAll("otherMethods") String other, Trial trial) {
    Ask ask = trial.ask(method);
    ask.headers().set(METHOD, other);
    if (!other.equals(method)) {
      mismatch("http.header-mismatch.rejected", ask, trial);
    }
  }

  @Provide
  Arbitrary<String> otherMethods() {
    return Arbitraries.oneOf(
        methods(),
        unknownMethods(),
        Arbitraries.of("Server/Discover", "SERVER/DISCOVER", "Tools/list", "tools/call"));
  }

  @Property
  @Checks({
    "http.header-mismatch.rejected",
    "http.header-mismatch.status",
    "http.header-mismatch.code"
  })
  void missingMethodHeaderIsRefused(@ForAll("methods") String method, Trial trial) {
    Ask ask = trial.ask(method);
    ask.headers().remove(METHOD);
    mismatch("http.header-mismatch.code", ask, trial);
  }

  @Property
  @Checks({
    "http.header-mismatch.rejected",
    "http.header-mismatch.status",
    "http.header-mismatch.code"
  })
  @Needs(Feature.PLAIN_TOOL)
  void nameHeaderThatDiffersIsRefused(
      @ForAll("otherNames") String other, @ForAll boolean encoded, Trial trial) {
    Ask ask = trial.callPlainTool();
    if (!other.equals(name(ask))) {
      ask.headers().set(NAME, encoded ? HeaderText.base64(other) : HeaderText.encode(other));
      mismatch("http.header-mismatch.rejected", ask, trial);
    }
  }

  @Provide
  Arbitrary<String> otherNames() {
    return Arbitraries.oneOf(names(), Arbitraries.of("tools/call", "another_tool"));
  }

  @Property
  @Checks({"http.header-mismatch.code", "http.header-mismatch.status"})
  @Needs(Feature.PLAIN_TOOL)
  void missingNameHeaderIsRefused(@ForAll("spellings") int spelling, Trial trial) {
    Ask ask = trial.callPlainTool();
    ask.headers().remove(respell(NAME, spelling));
    mismatch("http.header-mismatch.code", ask, trial);
  }

  @Property
  @Checks({"http.header-mismatch.rejected", "http.header-mismatch.code"})
  @Needs(Feature.SOME_RESOURCE)
  void nameHeaderOfAnotherResourceIsRefused(@ForAll("otherNames") String other, Trial trial) {
    Ask ask = trial.ask("resources/read").param("uri", firstUri(trial));
    ask.headers().set(NAME, "mcp4j-unknown:" + other);
    mismatch("http.header-mismatch.rejected", ask, trial);
  }

  @Property
  @Checks({"http.header-mismatch.rejected", "http.header-mismatch.code"})
  @Needs(Feature.PLAIN_PROMPT)
  void nameHeaderOfAnotherPromptIsRefused(@ForAll("otherNames") String other, Trial trial) {
    Ask ask = trial.ask("prompts/get").param("name", firstPrompt(trial));
    if (!other.equals(firstPrompt(trial))) {
      ask.headers().set(NAME, other);
      mismatch("http.header-mismatch.rejected", ask, trial);
    }
  }

  @Property
  @Checks({"http.sentinel.decoded", "http.sentinel.decoded-before-compare"})
  @Needs(Feature.PLAIN_TOOL)
  void encodedNameHeaderIsDecoded(@ForAll("spellings") int spelling, Trial trial) {
    Ask ask = trial.callPlainTool();
    ask.headers().put(NAME, HeaderText.base64(name(ask))).spell(respell(NAME, spelling));
    Reply reply = trial.send(ask);
    trial.expect("http.sentinel.decoded-before-compare", reply).result();
  }

  @Property
  @Checks("http.sentinel.decoded")
  @Needs(Feature.SOME_RESOURCE)
  void encodedUriIsDecoded(@ForAll("spellings") int spelling, Trial trial) {
    String uri = firstUri(trial);
    Ask ask = trial.ask("resources/read").param("uri", uri);
    ask.headers().put(NAME, HeaderText.base64(uri)).spell(respell(NAME, spelling));
    trial.expect("http.sentinel.decoded", trial.send(ask)).result();
  }

  @Property
  @Checks("http.sentinel.exact")
  @Needs(Feature.PLAIN_TOOL)
  void marksInOtherCasesAreNoMarks(@ForAll("badMarks") String mark, Trial trial) {
    Ask ask = trial.callPlainTool();
    String encoded = HeaderText.base64(name(ask));
    ask.headers().set(NAME, mark + encoded.substring("=?base64?".length()));
    mismatch("http.sentinel.exact", ask, trial);
  }

  @Provide
  Arbitrary<String> badMarks() {
    return Arbitraries.of("=?BASE64?", "=?Base64?", "=?base64url?", "?base64?", "=?base64");
  }

  @Property
  @Checks("http.header-names-any-case")
  void headerNamesMayBeSpelledInAnyCase(
      @ForAll("methods") String method, @ForAll("spellings") int spelling, Trial trial) {
    Ask ask = trial.ask("server/discover");
    ask.headers()
        .spell(respell(VERSION, spelling))
        .spell(respell(METHOD, spelling + 1))
        .spell(respell("Content-Type", spelling + 2))
        .spell(respell("Accept", spelling + 3));
    trial.expect("http.header-names-any-case", trial.send(ask)).result();
  }

  @Provide
  Arbitrary<Integer> spellings() {
    return Arbitraries.integers().between(0, 1000);
  }

  private static String respell(String name, int spelling) {
    Random random = new Random(spelling);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      text.append(random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return text.toString();
  }

  private static void mismatch(String requirement, Ask ask, Trial trial) {
    Reply reply = trial.send(ask);
    trial
        .expect(requirement, reply)
        .is(reply.result().isMissingNode(), "a refusal of the mismatch");
    trial.expect("http.header-mismatch.status", reply).status(400);
    String code =
        requirement.startsWith("http.version") ? requirement : "http.header-mismatch.code";
    trial.expect(code, reply).error(-32020);
  }

  private static String name(Ask ask) {
    return ask.params().path("name").stringValue("");
  }

  private static String firstUri(Trial trial) {
    return trial.profile().resources().get(0).path("uri").stringValue("");
  }

  private static String firstPrompt(Trial trial) {
    return trial.profile().plainPrompt().orElseThrow().path("name").stringValue("");
  }
}
