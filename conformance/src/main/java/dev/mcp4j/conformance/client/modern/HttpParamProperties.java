/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.driver.Setup;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Mirrors;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.peer.HeaderText;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Asked;
import dev.mcp4j.conformance.script.Script;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parameters of tools that are mirrored into headers, and other things of HTTP. */
@Needs(value = Feature.HTTP, abilities = "tools")
class HttpParamProperties extends ClientGenerators {
  private static final String MIRRORING =
      """
      {"type":"object","properties":{
        "label":{"type":"string","x-mcp-header":"Label"},
        "count":{"type":"integer","x-mcp-header":"Count"},
        "flag":{"type":"boolean","x-mcp-header":"Flag"},
        "where":{"type":"object","properties":{"region":{"type":"string","x-mcp-header":"Region"}}},
        "other":{"type":"string"}}}
      """;

  @Property
  @Checks({
    "http.param.supported",
    "http.param.mirrored",
    "http.param.header-for-value",
    "http.param.encoded",
    "http.param.base64",
    "http.param.client-steps"
  })
  void annotatedParametersAreMirrored(
      @ForAll("labels") String label,
      @ForAll("labels") String region,
      @ForAll("counts") long count,
      @ForAll boolean flag,
      Trial trial) {
    ObjectNode arguments =
        Json.object().put("label", label).put("count", count).put("flag", flag).put("other", "x");
    arguments.putObject("where").put("region", region);
    Asked call = call(trial, arguments);
    mirrored(trial, call, "Label", arguments.path("label"));
    mirrored(trial, call, "Region", Json.string(region));
    mirrored(trial, call, "Count", arguments.path("count"));
    mirrored(trial, call, "Flag", arguments.path("flag"));
    trial.expect(
        "http.param.mirrored",
        call.header(Mirrors.PREFIX + "Other").isEmpty(),
        "no header for a parameter without annotation",
        "one");
  }

  @Provide
  Arbitrary<Long> counts() {
    long safe = (1L << 53) - 1;
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-safe, safe), Arbitraries.of(safe, -safe, 0L, 10_000_000L));
  }

  private static void mirrored(Trial trial, Asked call, String name, JsonNode value) {
    Optional<String> header = call.header(Mirrors.PREFIX + name);
    for (String requirement :
        List.of("http.param.supported", "http.param.header-for-value", "http.param.client-steps")) {
      trial.expect(requirement, header.isPresent(), "the header " + Mirrors.PREFIX + name, "none");
    }
    String text = value.isString() ? value.stringValue() : Json.write(value);
    boolean plain = HeaderText.encode(text).equals(text);
    String given = header.orElseThrow();
    if (!plain) {
      trial.expect(
          "http.param.encoded",
          given.startsWith("=?base64?")
              || given.toLowerCase(java.util.Locale.ROOT).startsWith("=?base64?"),
          HeaderText.encode(text),
          given);
    }
    HeaderRule.compare(trial, plain ? "http.param.mirrored" : "http.param.base64", given, value);
  }

  @Property
  @Checks({"http.param.null-omitted", "http.param.absent-omitted"})
  void nothingIsMirroredWithoutValue(@ForAll boolean isNull, Trial trial) {
    ObjectNode arguments = Json.object().put("flag", true);
    if (isNull) {
      arguments.putNull("label");
    }
    Asked call = call(trial, arguments);
    trial.expect(
        isNull ? "http.param.null-omitted" : "http.param.absent-omitted",
        call.header(Mirrors.PREFIX + "Label").isEmpty(),
        "no header " + Mirrors.PREFIX + "Label",
        call.header(Mirrors.PREFIX + "Label").orElse(""));
  }

  private static Asked call(Trial trial, ObjectNode arguments) {
    Stage stage = stage(trial);
    stage.script().tools(Stage.tool("mirror", MIRRORING));
    Client client = stage.connect();
    stage.succeeds("http.param.supported", client.list("tools").await());
    stage.succeeds("http.param.supported", client.call("mirror", arguments).await());
    return stage.inbox().all("tools/call").get(0);
  }

  @Property
  @Checks("http.param.safe-integer")
  void unsafeIntegerIsNotMirrored(@ForAll("unsafe") long count, Trial trial) {
    Stage stage = stage(trial);
    stage.script().tools(Stage.tool("mirror", MIRRORING));
    Client client = stage.connect();
    stage.succeeds("http.param.safe-integer", client.list("tools").await());
    client.call("mirror", Json.object().put("count", count)).await();
    for (Asked call : stage.inbox().all("tools/call")) {
      String header = call.header(Mirrors.PREFIX + "Count").orElse("none");
      trial.expect(
          "http.param.safe-integer",
          !header.equals(String.valueOf(count)),
          "no integer beyond 2^53 - 1 in a header",
          header);
    }
    trial.expect("http.param.safe-integer", true, "", "");
  }

  @Provide
  Arbitrary<Long> unsafe() {
    return Arbitraries.of(1L << 53, (1L << 53) + 1, -(1L << 53), Long.MAX_VALUE, Long.MIN_VALUE);
  }

  @Property
  @Checks({"http.param.client-rejects", "http.param.client-excludes"})
  void toolWithInvalidAnnotationIsLeftOut(@ForAll("invalid") String schema, Trial trial) {
    Stage stage = stage(trial);
    stage
        .script()
        .tools(
            Stage.tool("broken", schema),
            Stage.tool("sound", MIRRORING),
            Stage.tool("x", "{\"type\":\"object\"}"));
    JsonNode listed =
        stage.succeeds("http.param.client-excludes", stage.connect().list("tools").await());
    List<String> names =
        listed.valueStream().map(tool -> tool.path("name").stringValue("")).toList();
    for (String requirement : List.of("http.param.client-rejects", "http.param.client-excludes")) {
      trial.expect(
          requirement, names.equals(List.of("sound", "x")), "[sound, x]", names.toString());
    }
  }

  @Provide
  Arbitrary<String> invalid() {
    String[] properties = {
      "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"\"}}",
      "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"two words\"}}",
      "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"colon:\"}}",
      "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"line\\r\\nX: y\"}}",
      "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"Größe\"}}",
      "{\"a\":{\"type\":\"number\",\"x-mcp-header\":\"A\"}}",
      "{\"a\":{\"type\":\"object\",\"x-mcp-header\":\"A\"}}",
      "{\"a\":{\"type\":\"array\",\"x-mcp-header\":\"A\"}}",
      "{\"a\":{\"type\":\"string\",\"x-mcp-header\":\"Same\"},"
          + "\"b\":{\"type\":\"string\",\"x-mcp-header\":\"sAME\"}}",
      "{\"a\":{\"type\":\"array\",\"items\":{\"type\":\"string\",\"x-mcp-header\":\"A\"}}}",
      "{\"a\":{\"anyOf\":[{\"type\":\"string\",\"x-mcp-header\":\"A\"}]}}"
    };
    return Arbitraries.of(properties)
        .map(members -> "{\"type\":\"object\",\"properties\":" + members + "}");
  }

  @Property
  @Checks("http.param.client-refreshes")
  void mismatchOfParametersLeadsToANewList(@ForAll("labels") String label, Trial trial) {
    Stage stage = stage(trial);
    AtomicBoolean changed = new AtomicBoolean();
    stage
        .script()
        .on(
            "tools/list",
            asked ->
                Script.list(
                    "tools",
                    Stage.tool("mirror", changed.get() ? MIRRORING : "{\"type\":\"object\"}")))
        .on(
            "tools/call",
            asked ->
                asked.header(Mirrors.PREFIX + "Label").isPresent()
                    ? Script.text("mirrored")
                    : Answer.error(-32020, "Header mismatch: Mcp-Param-Label is missing")
                        .status(400));
    Client client = stage.connect();
    stage.succeeds("http.param.client-refreshes", client.list("tools").await());
    changed.set(true);
    Done done = client.call("mirror", args("label", label)).await();
    stage.brings("http.param.client-refreshes", done, "mirrored");
  }

  @Property
  @Checks("http.era.inspect-400")
  void modernErrorWithStatus400IsNoSignOfALegacyServer(@ForAll("refusals") int code, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode data = Json.object().put("requested", Script.VERSION);
    data.putArray("supported").add(Script.VERSION);
    data.putObject("requiredCapabilities").putObject("sampling");
    Answer refusal = Answer.error(code, "Refused").data(data).status(400);
    stage.script().on("tools/call", asked -> refusal).on("tools/list", asked -> refusal);
    stage.script().on("server/discover", asked -> refusal);
    stage.connectFreely(new Setup()).call("echo").await();
    int handshakes = stage.inbox().all("initialize").size();
    trial.expect(
        "http.era.inspect-400", handshakes == 0, "no handshake", handshakes + " handshakes");
  }

  @Provide
  Arbitrary<Integer> refusals() {
    return Arbitraries.of(-32020, -32021, -32022);
  }
}
