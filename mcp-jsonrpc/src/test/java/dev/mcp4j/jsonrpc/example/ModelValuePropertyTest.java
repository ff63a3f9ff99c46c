/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Every value of the model survives the way through JSON, as text and as a tree. */
class ModelValuePropertyTest {
  private static final List<Class<?>> TYPES =
      ApiTypes.all().stream().filter(ValueTypes::isSelfContained).toList();

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void whatIsWrittenIsReadBack(@ForAll("values") Object value) {
    assertThat(McpJson.read(value.getClass(), McpJson.write(value))).isEqualTo(value);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void treeIsReadLikeItsText(@ForAll("values") Object value) {
    assertThat(McpJson.read(value.getClass(), McpJson.toTree(value))).isEqualTo(value);
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void orderOfMembersMakesNoDifference(@ForAll("values") Object value, @ForAll Random random) {
    byte[] shuffled = Shuffled.members(McpJson.write(value), random);

    assertThat(McpJson.read(value.getClass(), shuffled)).isEqualTo(value);
  }

  @Provide
  Arbitrary<Object> values() {
    return Arbitraries.of(TYPES).flatMap(type -> ModelValues.of(type).map(value -> (Object) value));
  }
}
