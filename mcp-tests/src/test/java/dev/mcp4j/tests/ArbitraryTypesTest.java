/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.TraceContext;
import dev.mcp4j.testkit.arbitrary.McpArbitraries;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The arbitraries of the test kit are about all of the model, and about what the schema says. */
class ArbitraryTypesTest {
  /** Records that are no JSON objects of their own. */
  private static final Set<Class<?>> NOT_OBJECTS =
      Set.of(
          CacheHints.class,
          JsonObject.class,
          NotificationMethod.class,
          RequestMethod.class,
          TraceContext.class);

  @Test
  void everyRecordOfTheModelHasArbitraryValues() {
    Set<Class<?>> expected =
        new ClassFileImporter()
            .importPackages("dev.mcp4j.api").stream()
                .filter(type -> !type.getPackageName().contains(".legacy"))
                .filter(type -> !type.getPackageName().contains(".extension"))
                .filter(type -> !type.getPackageName().contains(".task"))
                .filter(JavaClass::isRecord)
                .map(JavaClass::reflect)
                .filter(type -> !NOT_OBJECTS.contains(type))
                .filter(type -> !Reply.class.isAssignableFrom(type))
                .filter(type -> !type.getSimpleName().startsWith("Unrecognized"))
                .collect(toSet());

    assertThat(McpArbitraries.types()).hasSameElementsAs(expected);
  }

  @Test
  void tableHasTheMembersThatTheSchemaHas() throws IOException {
    Optional<SpecificationSchema> specification = SpecificationSchema.find();
    assumeTrue(specification.isPresent(), "the specification is not beside the project");
    Map<String, Set<String>> table = table();

    assertThat(McpArbitraries.types())
        .filteredOn(specification.get()::defines)
        .hasSizeGreaterThan(60)
        .allSatisfy(
            type ->
                assertThat(table.get(type.getSimpleName()))
                    .as(type.getSimpleName())
                    .isEqualTo(members(specification.get().definition(type).schema())));
  }

  private static Set<String> members(JsonNode root) {
    JsonNode definition = root.at(root.get("$ref").asString().substring("#".length()));
    Set<String> required = new HashSet<>();
    definition.path("required").forEach(name -> required.add(name.asString()));
    return definition.path("properties").propertyNames().stream()
        .filter(name -> !name.equals("resultType"))
        .map(name -> required.contains(name) ? name + "!" : name)
        .collect(toSet());
  }

  /** The members by type, those that have to be there with an exclamation mark. */
  private static Map<String, Set<String>> table() throws IOException {
    try (InputStream in = McpArbitraries.class.getResourceAsStream("members.txt")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && line.contains(": "))
          .map(line -> line.split(": ", 2))
          .collect(
              toMap(
                  line -> line[0],
                  line ->
                      Arrays.stream(line[1].split(", ", -1))
                          .map(member -> member.split(" ", 2)[0])
                          .collect(toSet())));
    }
  }
}
