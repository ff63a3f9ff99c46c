/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.jsonrpc.json.McpJson;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON of any shape. */
final class Trees {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Trees() {}

  private static final String[] INTEGERS = {"0", "-1"};
  private static final String[] FRACTIONS = {"0.5", "-1.50", "1E+30"};

  /** Any JSON but null, which in most places means that there is nothing. */
  static Arbitrary<JsonNode> any() {
    return any(2, true);
  }

  /** Objects, with names of members as they occur in arguments. */
  static Arbitrary<ObjectNode> objects() {
    return objects(Texts.names(), any(1, true));
  }

  /**
   * Objects with names that metadata can have. The schema of the specification knows no fractions
   * in them.
   */
  static Arbitrary<JsonObject> metadata() {
    return objects(Texts.metaKeys(), any(1, false)).map(Trees::object);
  }

  static JsonObject object(ObjectNode node) {
    return node.isEmpty() ? JsonObject.EMPTY : new JsonObject(node);
  }

  static Arbitrary<JsonNode> scalars(boolean fractions) {
    return Arbitraries.frequencyOf(
        Tuple.of(4, Texts.any().map(NODES::stringNode)),
        Tuple.of(2, Arbitraries.integers().map(NODES::numberNode)),
        Tuple.of(1, read("9007199254740993", "123456789012345678901234567890")),
        Tuple.of(1, read(fractions ? FRACTIONS : INTEGERS)),
        Tuple.of(2, Arbitraries.of(true, false).map(NODES::booleanNode)));
  }

  /** Trees as a reader makes them. */
  private static Arbitrary<JsonNode> read(String... texts) {
    return Arbitraries.of(texts).map(text -> McpJson.read(JsonNode.class, text.getBytes(UTF_8)));
  }

  private static Arbitrary<JsonNode> any(int depth, boolean fractions) {
    Arbitrary<JsonNode> scalars = scalars(fractions);
    if (depth == 0) {
      return scalars;
    }
    return Arbitraries.frequencyOf(
        Tuple.of(3, scalars),
        Tuple.of(1, arrays(any(depth - 1, fractions)).map(array -> array)),
        Tuple.of(1, objects(Texts.any(), any(depth - 1, fractions)).map(object -> object)));
  }

  private static Arbitrary<ArrayNode> arrays(Arbitrary<JsonNode> elements) {
    return elements
        .list()
        .ofMaxSize(2)
        .map(
            list -> {
              ArrayNode array = NODES.arrayNode();
              list.forEach(array::add);
              return array;
            });
  }

  private static Arbitrary<ObjectNode> objects(
      Arbitrary<String> names, Arbitrary<JsonNode> values) {
    return Combinators.combine(names, values)
        .as(Tuple::of)
        .list()
        .ofMaxSize(2)
        .map(
            members -> {
              ObjectNode object = NODES.objectNode();
              members.forEach(member -> object.set(member.get1(), member.get2()));
              return object;
            });
  }
}
