/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mcp4j.jsonrpc.json.McpJson;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/** What is read from an example and written again is the example. */
class ExamplesTest {
  @TestFactory
  Stream<DynamicTest> exampleOfThisProjectIsReadAndWritten() {
    return Example.own().stream().map(ExamplesTest::roundTrip);
  }

  @TestFactory
  Stream<DynamicTest> exampleOfTheSpecificationIsReadAndWritten() {
    Optional<List<Example>> examples = Example.ofSpecification();
    assumeTrue(examples.isPresent(), "the specification is not beside the project");
    assertThat(examples.get()).hasSize(129);
    return examples.get().stream().map(ExamplesTest::roundTrip);
  }

  @Test
  void examplesOfThisProjectHoldEveryType() {
    Set<Class<?>> seen = new HashSet<>();
    Example.own().forEach(example -> ValueTypes.collect(ExampleReader.read(example), seen));

    Set<Class<?>> expected =
        ApiTypes.all().stream().filter(ValueTypes::isValueType).collect(toSet());
    assertThat(seen).containsAll(expected);
  }

  private static DynamicTest roundTrip(Example example) {
    return dynamicTest(
        example.toString(),
        () -> {
          JsonNode original = McpJson.read(JsonNode.class, example.bytes());
          byte[] written = ExampleReader.write(ExampleReader.read(example));
          assertThat(McpJson.read(JsonNode.class, written))
              .isEqualTo(ExampleReader.canonical(original));
        });
  }
}
