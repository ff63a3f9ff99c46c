/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.SpecificationText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares the shapes with the schema of the specification, where there is a copy of it. */
class ShapesAgainstSchemaTest {
  /** Shapes that are put together from several definitions, or cut from one. */
  private static final Set<String> OUR_OWN =
      Set.of(
          "Error",
          "UnsupportedProtocolVersionError",
          "MissingRequiredClientCapabilityError",
          "StringSchema",
          "CacheScope",
          "EmptyResult",
          "ElicitationCompleteParams",
          "ResourceContents",
          "InputRequest",
          "PrimitiveSchemaDefinition",
          "MultiSelectEnumSchema",
          "TaskStatus",
          "TaskOutcome",
          "TaskRequestParams",
          "TaskUpdateRequestParams",
          "SamplingContent");

  @ParameterizedTest
  @EnumSource
  void membersAreThoseOfTheSchema(Revision revision) {
    var specification = SpecificationText.of(revision);
    assumeTrue(specification.isPresent(), "no copy of the specification beside the project");
    JsonNode schema = definitions(specification.get(), "schema.json");
    JsonNode tasks = definitions(specification.get(), "extensions/tasks/schema.json");
    List<String> differences = new ArrayList<>();
    Map<String, Shape> shapes = Shapes.of(revision).all();
    shapes.forEach(
        (name, shape) -> {
          if (!OUR_OWN.contains(name)) {
            JsonNode definition = schema.has(name) ? schema.path(name) : tasks.path(name);
            assertThat(definition.isObject()).as(name).isTrue();
            compare(name, shape, definition, differences);
          }
        });
    assertThat(differences).isEmpty();
  }

  private static JsonNode definitions(SpecificationText specification, String page) {
    return JsonMapper.shared().readTree(specification.text(page)).path("$defs");
  }

  private static void compare(
      String path, Shape shape, JsonNode definition, List<String> differences) {
    if (shape instanceof Shape.Members members && definition.has("properties")) {
      Set<String> required =
          definition.path("required").valueStream().map(JsonNode::stringValue).collect(sorted());
      Set<String> properties =
          definition.path("properties").propertyStream().map(Map.Entry::getKey).collect(sorted());
      Set<String> needed = new TreeSet<>();
      members.members().forEach((name, member) -> needed.addAll(ifRequired(name, member)));
      different(path + " required", needed, required, differences);
      different(path, new TreeSet<>(members.members().keySet()), properties, differences);
      members
          .members()
          .forEach(
              (name, member) ->
                  compare(
                      path + "." + name,
                      member.shape(),
                      definition.path("properties").path(name),
                      differences));
    } else if (shape instanceof Shape.Primitive primitive) {
      primitive(path, primitive, definition, differences);
    } else if (shape instanceof Shape.Literal literal && definition.has("const")) {
      different(path, literal.text(), definition.path("const").stringValue(""), differences);
    } else if (shape instanceof Shape.Array array) {
      compare(path + "[]", array.element(), definition.path("items"), differences);
    }
  }

  private static void primitive(
      String path, Shape.Primitive shape, JsonNode definition, List<String> differences) {
    String type = definition.path("type").stringValue("");
    String expected =
        switch (shape.kind()) {
          case STRING -> "string";
          case BOOLEAN -> "boolean";
          case NUMBER -> "number";
          case INTEGER -> "integer";
          case OBJECT, ANY, ID, NULL -> type;
        };
    different(path + " type", expected, type, differences);
    if (shape.kind() == Shape.Kind.NUMBER || shape.kind() == Shape.Kind.INTEGER) {
      double min = shape.min().orElse(Double.NaN);
      different(
          path + " min", min, definition.path("minimum").doubleValue(Double.NaN), differences);
      double max = shape.max().orElse(Double.NaN);
      different(
          path + " max", max, definition.path("maximum").doubleValue(Double.NaN), differences);
    }
  }

  private static Set<String> ifRequired(String name, Shape.Member member) {
    return member.optional() ? Set.of() : Set.of(name);
  }

  private static void different(String what, Object ours, Object theirs, List<String> differences) {
    if (!ours.equals(theirs)) {
      differences.add(what + ": " + ours + " here, " + theirs + " in the schema");
    }
  }

  private static java.util.stream.Collector<String, ?, Set<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }
}
