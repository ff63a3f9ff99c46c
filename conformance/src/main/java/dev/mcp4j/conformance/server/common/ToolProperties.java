/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Checks;
import dev.mcp4j.conformance.engine.Feature;
import dev.mcp4j.conformance.engine.Needs;
import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.json.SchemaValues;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.rules.Generators;
import dev.mcp4j.schema.InvalidSchemaException;
import dev.mcp4j.schema.JsonSchemas;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calling tools. */
@Needs(Feature.TOOLS)
class ToolProperties extends Generators {
  @Property
  @Checks("tool.unknown-is-error")
  void unknownToolIsAnError(@ForAll("unknownTools") String name, Trial trial) {
    Reply reply = trial.send(trial.call(name));
    trial.expect("tool.unknown-is-error", reply).error(-32602);
  }

  @Provide
  Arbitrary<String> unknownTools() {
    return Arbitraries.oneOf(
        names().map(name -> "conformance-no-" + name),
        texts().ofMinLength(1).ofMaxLength(30).map(text -> "no such tool " + text));
  }

  @Property
  @Checks("tool.name-case")
  @Needs(Feature.PLAIN_TOOL)
  void nameInAnotherCaseIsAnotherName(@ForAll boolean upper, Trial trial) {
    String name = trial.profile().plainTool().orElseThrow().path("name").stringValue("");
    String other = upper ? name.toUpperCase(java.util.Locale.ROOT) : swapFirst(name);
    if (!other.equals(name) && trial.profile().tool(other).isEmpty()) {
      Reply reply = trial.send(trial.call(other));
      trial.expect("tool.name-case", reply).refused();
    }
  }

  private static String swapFirst(String name) {
    char first = name.charAt(0);
    char swapped =
        Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
    return swapped + name.substring(1);
  }

  @Property
  @Checks("tool.inputs-validated")
  @Needs(Feature.CALLABLE_TOOL)
  void argumentsThatBreakTheSchemaAreRefused(
      @ForAll("indexes") int index, @ForAll("seeds") int seed, Trial trial) {
    List<JsonNode> tools = trial.profile().callableTools();
    JsonNode tool = tools.get(index % tools.size());
    Optional<ObjectNode> arguments = SchemaValues.invalid(tool.path("inputSchema"), seed);
    if (arguments.isPresent()) {
      Reply reply = trial.send(trial.call(name(tool), arguments.get()).spoiled());
      trial.expect("tool.inputs-validated", reply).refused();
    }
  }

  @Property
  @Checks({"tool.output-conforms", "tool.structured-also-text", "schema.call-tool-result"})
  @Needs(Feature.CALLABLE_TOOL)
  void resultIsWhatTheToolPromises(
      @ForAll("indexes") int index, @ForAll("seeds") int seed, Trial trial) {
    JsonNode tool = quickTool(index, trial);
    Optional<ObjectNode> arguments = SchemaValues.valid(tool.path("inputSchema"), seed);
    if (arguments.isEmpty()) {
      return;
    }
    Reply reply = trial.send(trial.call(name(tool), arguments.get()));
    JsonNode result = reply.result();
    boolean complete = result.path("resultType").stringValue("complete").equals("complete");
    if (!result.isObject() || !complete || result.path("isError").booleanValue(false)) {
      return;
    }
    if (tool.has("outputSchema")) {
      trial
          .expect("tool.output-conforms", reply)
          .is(
              result.has("structuredContent")
                  && fits(tool.path("outputSchema"), result.path("structuredContent")),
              "structuredContent that fits the output schema");
    }
    if (result.has("structuredContent")) {
      JsonNode structured = result.path("structuredContent");
      boolean asText =
          result
              .path("content")
              .valueStream()
              .map(block -> Json.read(block.path("text").stringValue("")))
              .anyMatch(value -> value.isPresent() && Json.same(value.get(), structured));
      trial
          .expect("tool.structured-also-text", reply)
          .is(asText, "a text block with the same JSON");
    }
  }

  /** Every other time one that promises something, if there is any. */
  private static JsonNode quickTool(int index, Trial trial) {
    List<JsonNode> quick =
        trial.profile().callableTools().stream().filter(ToolProperties::isQuick).toList();
    List<JsonNode> promising = quick.stream().filter(tool -> tool.has("outputSchema")).toList();
    List<JsonNode> tools = index % 2 == 0 || promising.isEmpty() ? quick : promising;
    return tools.get(index / 2 % tools.size());
  }

  /** Tools that wait or ask are of no use here. */
  private static boolean isQuick(JsonNode tool) {
    return Stream.of("conformance_wait", "conformance_task", "trigger", "reconnection")
        .noneMatch(slow -> name(tool).contains(slow));
  }

  private static boolean fits(JsonNode schema, JsonNode value) {
    try {
      return JsonSchemas.compile(schema).validate(value).isEmpty();
    } catch (InvalidSchemaException e) {
      return true;
    }
  }

  @Property
  @Checks({"json-schema.2020-12", "json-schema.own-dialect"})
  @Needs(tools = "json_schema_2020_12_tool")
  void keywordsOf2020AreObeyed(
      @ForAll("contacts") ObjectNode contact, @ForAll boolean complete, Trial trial) {
    ObjectNode arguments = contact.deepCopy();
    String method = arguments.path("contactMethod").stringValue("");
    if (!complete) {
      arguments.remove(method);
    }
    Reply reply = trial.send(trial.call("json_schema_2020_12_tool", arguments));
    JsonNode schema =
        trial.profile().tool("json_schema_2020_12_tool").orElseThrow().path("inputSchema");
    boolean valid = JsonSchemas.compile(schema).validate(arguments).isEmpty();
    boolean refused =
        reply.error().isObject() || reply.result().path("isError").booleanValue(false);
    trial
        .expect("json-schema.2020-12", reply)
        .is(valid != refused, valid ? "acceptance of valid input" : "refusal of invalid input");
    trial
        .expect("json-schema.own-dialect", reply)
        .is(valid != refused, "a judgement by the dialect of the schema");
  }

  @Provide
  Arbitrary<ObjectNode> contacts() {
    Arbitrary<ObjectNode> phones =
        names()
            .map(
                name ->
                    Json.object()
                        .put("name", name)
                        .put("contactMethod", "phone")
                        .put("phone", "1")
                        .put("email", "a@example.com"));
    Arbitrary<ObjectNode> mails =
        names()
            .map(
                name ->
                    Json.object()
                        .put("name", name)
                        .put("contactMethod", "email")
                        .put("email", "a@example.com")
                        .put("phone", "1"));
    return Arbitraries.oneOf(phones, mails);
  }

  @Property
  @Checks("tool.errors-in-result")
  @Needs(tools = "test_error_handling")
  void failureOfAToolIsToldInItsResult(@ForAll("ids") JsonNode id, Trial trial) {
    Reply reply = trial.send(trial.call("test_error_handling").id(id));
    JsonNode result = trial.expect("tool.errors-in-result", reply).complete();
    trial
        .expect("tool.errors-in-result", reply)
        .is(result.path("isError").booleanValue(false), "isError: true");
  }

  @Property
  @Checks({
    "content.image-base64",
    "content.audio-base64",
    "content.embedded-resource",
    "tool.embedded-needs-resources",
    "schema.call-tool-result"
  })
  @Needs(Feature.CALLABLE_TOOL)
  void contentsOfEveryKindAreSound(@ForAll("contentTools") String name, Trial trial) {
    if (trial.profile().tool(name).isPresent()) {
      Reply reply = trial.send(trial.call(name));
      JsonNode result = trial.expect("schema.call-tool-result", reply).complete();
      boolean embeds =
          result
              .path("content")
              .valueStream()
              .anyMatch(block -> block.path("type").stringValue("").equals("resource"));
      if (embeds && trial.profile().capabilities().isObject()) {
        trial
            .expect("tool.embedded-needs-resources", reply)
            .is(trial.profile().declares("resources"), "the capability resources");
      }
    }
  }

  @Provide
  Arbitrary<String> contentTools() {
    return Arbitraries.of(
        "test_image_content",
        "test_audio_content",
        "test_embedded_resource",
        "test_multiple_content_types",
        "test_simple_text");
  }

  @Provide
  Arbitrary<Integer> indexes() {
    return Arbitraries.integers().between(0, 10_000);
  }

  @Provide
  Arbitrary<Integer> seeds() {
    return Arbitraries.integers().between(0, 1_000_000);
  }

  private static String name(JsonNode tool) {
    return tool.path("name").stringValue("");
  }
}
