/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.legacy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.McpJson;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WrappedOutputTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static JsonNode json(String text) {
    return McpJson.read(JsonNode.class, text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "7", "1.5", "\"x\"", "[1,{\"result\":2}]", "null"})
  void valueComesOutAsItWentIn(String value) {
    assertThat(WrappedOutput.unwrap(WrappedOutput.wrap(json(value)))).isEqualTo(json(value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"result\":1,\"more\":2}", "{\"value\":1}", "[1]", "1"})
  void whatIsNoWrapperHasNoValue(String other) {
    assertThat(WrappedOutput.unwrap(json(other))).isNull();
    assertThat(WrappedOutput.unwrap(null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"properties\":7}",
        "{\"properties\":{\"result\":true}}",
        "{\"properties\":{\"value\":{}}}"
      })
  void whatIsNoSchemaOfAWrapperHasNoSchema(String other) {
    assertThat(WrappedOutput.unwrapSchema(json(other))).isNull();
    assertThat(WrappedOutput.unwrapSchema(null)).isNull();
  }

  @Test
  void markIsTakenOutOnce() {
    ObjectNode meta = WrappedOutput.mark(JsonObject.EMPTY.with("a", JSON.numberNode(1))).node();

    assertThat(WrappedOutput.unmark(meta)).isTrue();
    assertThat(meta).hasToString("{\"a\":1}");
    assertThat(WrappedOutput.unmark(meta)).isFalse();
    assertThat(WrappedOutput.unmark(null)).isFalse();
  }

  @Property(tries = 200)
  void schemaComesOutAsItWentIn(@ForAll("schemas") ObjectNode schema) {
    assertThat(WrappedOutput.unwrapSchema(WrappedOutput.wrapSchema(schema))).isEqualTo(schema);
  }

  @Provide
  Arbitrary<ObjectNode> schemas() {
    return Combinators.combine(
            Arbitraries.of(true, false), Arbitraries.of(true, false), subschemas(3))
        .as(
            (dialect, id, schema) -> {
              ObjectNode root = schema.deepCopy();
              if (dialect) {
                root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
              }
              if (id) {
                root.put("$id", "https://example.com/schema");
              }
              return root;
            });
  }

  private static Arbitrary<ObjectNode> subschemas(int depth) {
    Arbitrary<ObjectNode> refs =
        Arbitraries.of("#", "#/$defs/a", "#/items", "#/properties/result", "#anchor", "https://x/")
            .map(ref -> JSON.objectNode().put("$ref", ref));
    Arbitrary<ObjectNode> types =
        Arbitraries.of("string", "array", "null").map(type -> JSON.objectNode().put("type", type));
    Arbitrary<ObjectNode> data =
        refs.map(
            value -> {
              ObjectNode schema = JSON.objectNode();
              schema.set("const", value);
              return schema;
            });
    if (depth == 0) {
      return Arbitraries.oneOf(refs, types, data);
    }
    Arbitrary<ObjectNode> nested =
        Combinators.combine(subschemas(depth - 1), subschemas(depth - 1))
            .as(
                (first, second) -> {
                  ObjectNode schema = JSON.objectNode();
                  schema.set("items", first);
                  schema.putObject("$defs").set("a", second);
                  schema.putArray("anyOf").add(second.deepCopy()).add(first.deepCopy());
                  return schema;
                });
    return Arbitraries.oneOf(refs, types, data, nested);
  }
}
