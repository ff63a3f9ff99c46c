/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.Result;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.json.McpJson;
import dev.mcp4j.schema.Violation;
import dev.mcp4j.testkit.arbitrary.McpArbitraries;
import dev.mcp4j.testkit.arbitrary.NearValid;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The values of the test kit, held to the codec and to the schema of the specification. */
class ArbitraryValuePropertyTest {
  private static final Optional<SpecificationSchema> SPECIFICATION = SpecificationSchema.find();

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void validValueIsReadBackAsItWasWritten(@ForAll("valid") Object value) {
    assertThat(McpJson.read(value.getClass(), McpJson.write(value))).isEqualTo(value);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void validValueSatisfiesTheSpecification(@ForAll("valid") Object value) {
    Assume.that(defines(value.getClass()));

    assertThat(violations(value.getClass(), McpJson.toTree(value))).isEmpty();
  }

  /**
   * Open types keep what does not fit them, and a null in them counts as nothing. One caching hint
   * stands for both, since older revisions have none, and a type that is asked for need not be
   * told.
   */
  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void defectIsRefusedWhereItIsOrKept(@ForAll NearValid value) {
    Assume.that(!value.pointer().matches("/(ttlMs|cacheScope|type)"));
    Object read;
    try {
      read = McpJson.read(value.type(), value.json());
    } catch (JsonShapeException e) {
      assertThat(e.path()).as(value.toString()).isEqualTo(value.pointer());
      return;
    }
    assertThat(McpJson.toTree(read)).as(value.toString()).isIn(value.json(), withoutNothing(value));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void nearValidValueViolatesTheSpecification(@ForAll NearValid value) {
    Assume.that(defines(value.type()));

    assertThat(violations(value.type(), value.json())).as(value.toString()).isNotEmpty();
  }

  @Property(tries = 50, edgeCases = EdgeCasesMode.NONE)
  void typesOfTheProtocolAreProvidedByThemselves(@ForAll Tool tool) {
    assertThat(tool.inputSchema().get("type").asString()).isEqualTo("object");
  }

  @Provide
  Arbitrary<Object> valid() {
    return McpArbitraries.valid();
  }

  private static JsonNode withoutNothing(NearValid value) {
    JsonPointer at = JsonPointer.compile(value.pointer());
    JsonNode copy = value.json().deepCopy();
    if (copy.at(at).isNull()) {
      ((ObjectNode) copy.at(at.head())).remove(at.last().getMatchingProperty());
    }
    if (copy instanceof ObjectNode object && object.path("_meta").isEmpty()) {
      object.remove("_meta");
    }
    return copy;
  }

  private static boolean defines(Class<?> type) {
    return SPECIFICATION.isPresent() && SPECIFICATION.get().defines(type);
  }

  /** A result is written without its type, which the schema demands. */
  private static List<Violation> violations(Class<?> type, JsonNode json) {
    if (Result.class.isAssignableFrom(type) && json instanceof ObjectNode object) {
      json = object.deepCopy().put("resultType", "complete");
    }
    return SPECIFICATION.orElseThrow().definition(type).validate(json);
  }
}
