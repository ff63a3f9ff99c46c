/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Schemas and binding agree, for values of every type of the {@link Family}. */
class SchemaBindingPropertyTest {

  private static final UserTypes TYPES = UserTypes.standard();
  private static final SchemaGenerator GENERATOR = SchemaGenerator.of(TYPES);
  private static final Map<Type, CompiledSchema> INPUT = new ConcurrentHashMap<>();
  private static final Map<Type, CompiledSchema> OUTPUT = new ConcurrentHashMap<>();

  record Written(Type type, JsonNode json) {}

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyWrittenValueSatisfiesTheOutputSchema(@ForAll("written") Written value) {
    assertThat(output(value.type()).validate(value.json())).isEmpty();
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void everyWrittenValueSatisfiesTheInputSchemaAndIsReadBack(@ForAll("written") Written value) {
    assertThat(input(value.type()).validate(value.json())).isEmpty();

    Object read = TYPES.read(value.json(), value.type());

    assertThat(withSortedSets(TYPES.write(read, value.type())))
        .isEqualTo(withSortedSets(value.json()));
  }

  /** A set has no order. */
  private static JsonNode withSortedSets(JsonNode json) {
    JsonNode sorted = json.deepCopy();
    for (String set : List.of("colors", "decimals")) {
      if (sorted.get(set) instanceof ArrayNode elements) {
        List<JsonNode> inOrder =
            elements.valueStream().sorted(comparing(JsonNode::toString)).toList();
        elements.removeAll().addAll(inOrder);
      }
    }
    return sorted;
  }

  @Property(
      tries = 3000,
      maxDiscardRatio = 20,
      edgeCases = EdgeCasesMode.NONE,
      shrinking = ShrinkingMode.BOUNDED)
  void everyValueThatSatisfiesTheInputSchemaBinds(@ForAll("received") Written value) {
    Assume.that(input(value.type()).validate(value.json()).isEmpty());

    assertThatNoException().isThrownBy(() -> TYPES.read(value.json(), value.type()));
  }

  @Provide
  Arbitrary<Written> written() {
    return Arbitraries.of(Family.TYPES)
        .flatMap(
            type -> JavaValues.of(type).map(value -> new Written(type, TYPES.write(value, type))));
  }

  @Provide
  Arbitrary<Written> received() {
    return Arbitraries.of(Family.TYPES)
        .flatMap(type -> JsonValues.of(input(type).schema()).map(json -> new Written(type, json)));
  }

  private static CompiledSchema input(Type type) {
    return INPUT.computeIfAbsent(type, t -> JsonSchemas.compileGenerated(GENERATOR.inputSchema(t)));
  }

  private static CompiledSchema output(Type type) {
    return OUTPUT.computeIfAbsent(
        type, t -> JsonSchemas.compileGenerated(GENERATOR.outputSchema(t)));
  }
}
