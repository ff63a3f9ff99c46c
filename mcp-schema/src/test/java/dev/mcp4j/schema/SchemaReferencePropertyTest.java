/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.JsonNode;

/**
 * Schemas that refer to each other in any way: those that lead back to themselves for the same
 * value are refused, and all others validate every value.
 */
class SchemaReferencePropertyTest {

  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  /** Keywords that look at the same value again, and at parts of it. */
  private static final List<String> IN_PLACE =
      List.of(
          "{'$ref':%s}",
          "{'$dynamicRef':%s}",
          "{'allOf':[true,{'$ref':%s}]}",
          "{'anyOf':[false,{'$ref':%s}]}",
          "{'oneOf':[{'$ref':%s},true]}",
          "{'not':{'$ref':%s}}",
          "{'if':{'$ref':%s},'then':false}",
          "{'if':{'type':'object'},'else':{'$ref':%s}}",
          "{'dependentSchemas':{'p':{'$ref':%s}}}");

  private static final List<String> CONSUMING =
      List.of(
          "{'properties':{'p':{'$ref':%s}}}",
          "{'patternProperties':{'p':{'$ref':%s}}}",
          "{'additionalProperties':{'$ref':%s}}",
          "{'unevaluatedProperties':{'$ref':%s}}",
          "{'propertyNames':{'$ref':%s}}",
          "{'items':{'$ref':%s}}",
          "{'prefixItems':[{'$ref':%s}]}",
          "{'contains':{'$ref':%s}}",
          "{'unevaluatedItems':{'$ref':%s}}");

  private static final List<JsonNode> VALUES =
      List.of("null", "'p'", "[]", "{}", "{'p':{'p':[{'q':1}]}}", "[[[1]],{'p':null}]").stream()
          .map(Json::of)
          .toList();

  /** One definition: a keyword and the definition it refers to. */
  record Definition(String keyword, String target) {

    boolean isInPlace() {
      return IN_PLACE.contains(keyword);
    }

    String json() {
      return keyword.formatted("'#/$defs/" + target + "'");
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void schemaIsRefusedOrValidatesEveryValue(
      @ForAll("definitions") List<Definition> definitions, @ForAll("names") String root) {
    JsonNode schema = schema(definitions, root);

    if (leadsBackToItself(definitions)) {
      assertThatExceptionOfType(InvalidSchemaException.class)
          .isThrownBy(() -> JsonSchemas.compile(schema))
          .withMessageEndingWith(
              "the schema refers back to itself for the same value, without end");
    } else {
      CompiledSchema compiled = JsonSchemas.compile(schema);
      for (JsonNode value : VALUES) {
        assertThat(compiled.validate(value))
            .noneMatch(violation -> violation.keyword().equals(Violation.LIMIT));
      }
    }
  }

  private static JsonNode schema(List<Definition> definitions, String root) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      members.add("'%s':%s".formatted(NAMES.get(i), definitions.get(i).json()));
    }
    return Json.of("{'$ref':'#/$defs/%s','$defs':{%s}}".formatted(root, String.join(",", members)));
  }

  private static boolean leadsBackToItself(List<Definition> definitions) {
    for (String start : NAMES) {
      Set<String> seen = new HashSet<>();
      String at = start;
      while (at != null) {
        if (!seen.add(at)) {
          return true;
        }
        Definition definition = definitions.get(NAMES.indexOf(at));
        at = definition.isInPlace() ? definition.target() : null;
      }
    }
    return false;
  }

  @Provide
  Arbitrary<List<Definition>> definitions() {
    Arbitrary<String> keywords =
        Arbitraries.frequencyOf(
            Tuple.of(1, Arbitraries.of(IN_PLACE)), Tuple.of(2, Arbitraries.of(CONSUMING)));
    return Combinators.combine(keywords, Arbitraries.of(NAMES))
        .as(Definition::new)
        .list()
        .ofSize(NAMES.size());
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }
}
