/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Mirrors;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.HeaderText;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parameters of tools that are mirrored into headers. */
@Needs({Feature.HTTP, Feature.MIRRORING_TOOL})
class HttpParamProperties extends Generators {
  @Property
  @Checks({"http.param.validated", "http.sentinel.decoded"})
  void headerThatAgreesIsAccepted(
      @ForAll("labels") String label, @ForAll boolean encoded, Trial trial) {
    Ask ask = call(trial, label);
    if (encoded) {
      ask.headers().put(header(trial), HeaderText.base64(label));
    }
    Reply reply = trial.send(ask);
    String requirement = encoded ? "http.sentinel.decoded" : "http.param.validated";
    trial.expect(requirement, reply).result();
  }

  @Property
  @Checks({"http.param.validated", "http.param.mismatch"})
  void headerThatDiffersIsRefused(
      @ForAll("labels") String label,
      @ForAll("labels") String other,
      @ForAll boolean encoded,
      Trial trial) {
    if (label.equals(other)) {
      return;
    }
    Ask ask = call(trial, label);
    ask.headers().set(header(trial), encoded ? HeaderText.base64(other) : HeaderText.encode(other));
    Reply reply = trial.send(ask);
    trial
        .expect("http.param.validated", reply)
        .is(reply.result().isMissingNode(), "a refusal of the mismatch");
    trial.expect("http.param.mismatch", reply).status(400).error(-32020);
  }

  @Property
  @Checks("http.param.omitted-rejected")
  void missingHeaderIsRefused(@ForAll("labels") String label, Trial trial) {
    Ask ask = call(trial, label);
    ask.headers().remove(header(trial));
    Reply reply = trial.send(ask);
    trial
        .expect("http.param.omitted-rejected", reply)
        .is(reply.result().isMissingNode(), "a refusal of the call");
    trial.expect("http.param.omitted-rejected", reply).status(400).error(-32020);
  }

  @Property
  @Checks({"http.param.null-not-expected", "http.param.absent-not-expected"})
  void noHeaderIsExpectedWithoutValue(@ForAll boolean isNull, Trial trial) {
    ObjectNode arguments = Json.object();
    if (isNull) {
      arguments.putNull(property(trial));
    }
    Reply reply = trial.send(trial.call(tool(trial), arguments));
    String requirement = isNull ? "http.param.null-not-expected" : "http.param.absent-not-expected";
    // The input may be refused for other reasons.
    trial
        .expect(requirement, reply)
        .is(reply.code().filter(code -> code == -32020).isEmpty(), "no header mismatch");
  }

  @Property
  @Checks("http.param.invalid-characters")
  void headerWithForbiddenCharactersIsRefused(@ForAll("forbidden") String forbidden, Trial trial) {
    Ask ask = call(trial, "a" + forbidden + "b");
    ask.headers().set(header(trial), "a" + forbidden + "b");
    Reply reply = trial.send(ask);
    trial.expect("http.param.invalid-characters", reply).status(400);
    if (reply.code().isPresent()) {
      trial.expect("http.param.invalid-characters", reply).error(-32020);
    }
  }

  @Provide
  Arbitrary<String> forbidden() {
    return Arbitraries.of("\u0001", "\u0007", "\u001b", "\u007f", "\u00e9", "\u00a0", "\u00ff");
  }

  @Property
  @Checks("http.param.unrecognized-ignored")
  @Needs(Feature.PLAIN_TOOL)
  void headerThatNoSchemaAnnouncesIsIgnored(
      @ForAll("labels") String value, @ForAll("names") String name, Trial trial) {
    Ask ask = trial.callPlainTool();
    ask.headers().put(Mirrors.PREFIX + "Conformance-" + name, HeaderText.encode(value));
    trial.expect("http.param.unrecognized-ignored", trial.send(ask)).result();
  }

  @Provide("names")
  Arbitrary<String> headerNames() {
    return names().map(name -> name.replace('_', '-'));
  }

  @Property
  @Checks("http.param.numeric-compare")
  @Needs(tools = "conformance_mirror")
  void integersAreComparedAsNumbers(@ForAll("counts") int count, Trial trial) {
    Ask ask = trial.call("conformance_mirror", Json.object().put("count", count));
    ask.headers().put(Mirrors.PREFIX + "Count", count + ".0");
    trial.expect("http.param.numeric-compare", trial.send(ask)).result();
  }

  @Property
  @Checks({"http.param.validated", "http.param.mismatch"})
  @Needs(tools = "conformance_mirror")
  void numbersAndBooleansAreComparedToo(
      @ForAll("counts") int count, @ForAll boolean flag, Trial trial) {
    ObjectNode arguments = Json.object().put("count", count).put("flag", flag);
    trial
        .expect("http.param.validated", trial.send(trial.call("conformance_mirror", arguments)))
        .result();
    Ask wrongCount = trial.call("conformance_mirror", arguments);
    wrongCount.headers().set(Mirrors.PREFIX + "Count", String.valueOf(count + 1));
    trial.expect("http.param.mismatch", trial.send(wrongCount)).status(400).error(-32020);
    Ask wrongFlag = trial.call("conformance_mirror", arguments);
    wrongFlag.headers().set(Mirrors.PREFIX + "Flag", String.valueOf(!flag));
    trial.expect("http.param.mismatch", trial.send(wrongFlag)).status(400).error(-32020);
  }

  @Provide
  Arbitrary<Integer> counts() {
    return Arbitraries.integers().between(-100_000, 100_000);
  }

  @Provide
  Arbitrary<String> labels() {
    Arbitrary<String> tricky =
        Arbitraries.of(
            "us-west1",
            "Hello, 世界",
            " padded ",
            "line1\nline2",
            "=?base64?literal?=",
            "=?base64?",
            "a\tb",
            "true",
            "42");
    return Arbitraries.oneOf(tricky, texts().ofMinLength(1).ofMaxLength(30), names());
  }

  private static Ask call(Trial trial, String label) {
    return trial.call(tool(trial), Json.object().put(property(trial), label));
  }

  private static String tool(Trial trial) {
    return mirroring(trial).path("name").stringValue("");
  }

  private static String property(Trial trial) {
    return entry(trial).getKey();
  }

  private static String header(Trial trial) {
    return Mirrors.PREFIX + entry(trial).getValue();
  }

  private static Map.Entry<String, String> entry(Trial trial) {
    JsonNode tool = mirroring(trial);
    return Mirrors.of(tool).entrySet().stream()
        .filter(entry -> isString(tool, entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode mirroring(Trial trial) {
    return trial.profile().mirroringTools().get(0);
  }

  private static boolean isString(JsonNode tool, String property) {
    JsonNode type = tool.path("inputSchema").path("properties").path(property).path("type");
    return type.stringValue("").equals("string");
  }
}
