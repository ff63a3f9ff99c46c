/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.client.Stage;
import dev.mcp4j.conformance.driver.Client;
import dev.mcp4j.conformance.driver.Done;
import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.engine.Tries;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.script.Answer;
import dev.mcp4j.conformance.script.Script;
import dev.mcp4j.conformance.wire.HttpListener;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a client judges structured results by the schema of their tool. */
@Needs(abilities = {"tools", "output-schema"})
class SchemaProperties extends ClientGenerators {
  private static final String DRAFT_7 = "http://json-schema.org/draft-07/schema#";

  /** A schema with a value that it allows and one that it does not. */
  record Judgement(String schema, String good, String bad) {}

  @Property
  @Checks({"json-schema.2020-12", "tool.client-validates-output"})
  void resultIsJudgedByItsSchema(@ForAll("judgements") Judgement judged, Trial trial) {
    Stage stage = stage(trial);
    Client client = client(stage, Json.object(judged.schema()));
    answer(stage, Json.object(judged.good()));
    stage.succeeds("json-schema.2020-12", client.call("structured").await());
    answer(stage, Json.object(judged.bad()));
    stage.fails("tool.client-validates-output", client.call("structured").await());
    trial.expect("json-schema.2020-12", true, "", "");
  }

  @Provide
  Arbitrary<Judgement> judgements() {
    return Arbitraries.of(
        new Judgement(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"integer\"}},\"required\":[\"a\"]}",
            "{\"a\":1}",
            "{\"a\":\"one\"}"),
        new Judgement(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"array\",\"prefixItems\":[{\"type\":\"string\"},{\"type\":\"integer\"}],\"items\":false}}}",
            "{\"a\":[\"x\",1]}",
            "{\"a\":[\"x\",1,2]}"),
        new Judgement(
            "{\"type\":\"object\",\"dependentRequired\":{\"a\":[\"b\"]}}",
            "{\"a\":1,\"b\":2}",
            "{\"a\":1}"),
        new Judgement(
            "{\"type\":\"object\",\"allOf\":[{\"properties\":{\"a\":{}}}],\"unevaluatedProperties\":false}",
            "{\"a\":1}",
            "{\"a\":1,\"b\":2}"),
        new Judgement(
            "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/word\"}},\"$defs\":{\"word\":{\"type\":\"string\"}}}",
            "{\"a\":\"x\"}",
            "{\"a\":1}"));
  }

  @Property
  @Checks("json-schema.own-dialect")
  void otherDialectIsHonouredOrRefused(@ForAll boolean good, Trial trial) {
    Stage stage = stage(trial);
    // Dependencies are a keyword of draft 7, and none of 2020-12.
    ObjectNode schema =
        Json.object("{\"type\":\"object\",\"dependencies\":{\"a\":[\"b\"]}}")
            .put("$schema", DRAFT_7);
    Client client = client(stage, schema);
    answer(stage, Json.object(good ? "{\"a\":1,\"b\":2}" : "{\"a\":1}"));
    Done done = client.call("structured").await();
    trial.expect(
        "json-schema.own-dialect",
        good ? done.answer().isPresent() : done.isFailed(),
        good ? "an end of the call" : "failure",
        done.brief());
  }

  @Property
  @Checks("json-schema.unsupported-dialect")
  void unknownDialectIsRefused(@ForAll("names") String name, Trial trial) {
    Stage stage = stage(trial);
    ObjectNode schema = Json.object().put("type", "object");
    schema.put("$schema", "https://example.com/dialects/" + name);
    Client client = client(stage, schema);
    answer(stage, Json.object("{\"a\":1}"));
    stage.fails("json-schema.unsupported-dialect", client.call("structured").await());
    stage.brings("json-schema.unsupported-dialect", client.call("echo").await(), "{}");
  }

  @Provide("names")
  Arbitrary<String> somePlainNames() {
    return names();
  }

  @Property
  @Tries(4)
  @Checks({
    "json-schema.no-network-ref",
    "json-schema.ref-fetch-off",
    "json-schema.unresolved-ref-rejected",
    "tool.client-ref-rules"
  })
  void referenceToTheNetworkIsNotFollowed(@ForAll boolean inOutput, Trial trial) {
    AtomicInteger visits = new AtomicInteger();
    HttpListener listener =
        new HttpListener(
            trial.peer().recorder(),
            connection -> {
              visits.incrementAndGet();
              connection.close();
            });
    trial.atEnd(() -> {}, listener::close);
    Stage stage = stage(trial);
    ObjectNode schema = Json.object().put("type", "object");
    schema
        .putObject("properties")
        .putObject("a")
        .put("$ref", "http://127.0.0.1:" + listener.port() + "/schema.json");
    ObjectNode tool = Script.tool("structured", inOutput ? object() : schema);
    tool.set("outputSchema", inOutput ? schema : object());
    stage.script().tools(tool);
    Client client = stage.connect();
    stage.succeeds("json-schema.no-network-ref", client.list("tools").await());
    answer(stage, Json.object("{\"a\":1}"));
    Done done = client.call("structured", Json.object().put("a", 1)).await();
    for (String requirement :
        new String[] {
          "json-schema.no-network-ref", "json-schema.ref-fetch-off", "tool.client-ref-rules"
        }) {
      trial.expect(requirement, visits.get() == 0, "no request for it", visits.get() + " requests");
    }
    if (inOutput) {
      stage.fails("json-schema.unresolved-ref-rejected", done);
    }
  }

  @Property
  @Tries(1)
  @Checks("json-schema.bounded-work")
  void hugeSchemaDoesNotStopTheClient(
      @ForAll @IntRange(min = 34, max = 40) int depth, Trial trial) {
    Stage stage = stage(trial);
    // Each level is tried twice, which makes 2^depth ways to fail.
    ObjectNode schema = Json.object().put("type", "object");
    ObjectNode definitions = schema.putObject("$defs");
    for (int i = 0; i < depth; i++) {
      String next = i + 1 < depth ? "#/$defs/l" + (i + 1) : "#/$defs/end";
      var both = definitions.putObject("l" + i).putArray("anyOf");
      both.addObject().put("$ref", next).put("title", "one");
      both.addObject().put("$ref", next).put("title", "two");
    }
    definitions.putObject("end").put("type", "string");
    schema.putObject("properties").putObject("a").put("$ref", "#/$defs/l0");
    Client client = client(stage, schema);
    answer(stage, Json.object("{\"a\":1}"));
    // What is bounded may still take a while on a busy machine; what is not takes days.
    Done done = client.call("structured").await(stage.patience().multipliedBy(6));
    trial.expect(
        "json-schema.bounded-work", done.answer().isPresent(), "an end of the call", done.brief());
  }

  private static Client client(Stage stage, JsonNode outputSchema) {
    ObjectNode tool = Script.tool("structured", object());
    tool.set("outputSchema", outputSchema);
    stage.script().tools(tool, Script.tool("echo", object()));
    return stage.connect();
  }

  private static ObjectNode object() {
    return Json.object().put("type", "object");
  }

  private static void answer(Stage stage, JsonNode structured) {
    stage
        .script()
        .on(
            "tools/call",
            asked -> {
              if (asked.params().path("name").stringValue("").equals("echo")) {
                return Script.echo(asked);
              }
              ObjectNode result = Script.textContent(Json.write(structured));
              result.set("structuredContent", structured);
              return Answer.complete(result);
            });
  }
}
