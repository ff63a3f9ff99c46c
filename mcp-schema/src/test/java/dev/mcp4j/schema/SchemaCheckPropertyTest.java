/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The check of our own finds exactly the faults that the meta-schemas find. */
class SchemaCheckPropertyTest {

  private static final CompiledSchema META_2020_12 =
      JsonSchemas.compile(Json.of("{'$ref':'https://json-schema.org/draft/2020-12/schema'}"));
  private static final CompiledSchema META_07 =
      JsonSchemas.compile(
          Json.of(
              "{'$schema':'http://json-schema.org/draft-07/schema#',"
                  + "'$ref':'http://json-schema.org/draft-07/schema#'}"));

  /** All but those whose values refer to something, which meta-schemas do not follow. */
  private static final List<String> KEYWORDS =
      List.of(
          ("type properties patternProperties additionalProperties propertyNames items prefixItems"
                  + " additionalItems contains minContains maxContains required dependentRequired"
                  + " dependentSchemas dependencies enum const minimum maximum exclusiveMinimum"
                  + " exclusiveMaximum multipleOf minLength maxLength minItems maxItems"
                  + " minProperties maxProperties uniqueItems allOf anyOf oneOf not if then else"
                  + " $defs definitions title description default examples deprecated readOnly"
                  + " writeOnly format contentEncoding contentMediaType contentSchema $comment"
                  + " $vocabulary unevaluatedItems unevaluatedProperties x-own")
              .split(" "));

  @Property(tries = 300)
  void agreesWithTheMetaSchemaOf2020(@ForAll("schemas") JsonNode schema) {
    assertThat(accepts(schema)).isEqualTo(META_2020_12.validate(schema).isEmpty());
  }

  @Property(tries = 300)
  void agreesWithTheMetaSchemaOfDraft07(@ForAll("schemas") JsonNode schema) {
    JsonNode named =
        schema.isObject()
            ? ((ObjectNode) schema.deepCopy())
                .put("$schema", "http://json-schema.org/draft-07/schema#")
            : schema;

    if (schema.isObject()) {
      assertThat(accepts(named)).isEqualTo(META_07.validate(named).isEmpty());
    }
  }

  @Property(tries = 300)
  void schemaThatPassesTheCheckValidatesAnyValue(
      @ForAll("schemas") JsonNode schema, @ForAll("values") JsonNode value) {
    if (accepts(schema)) {
      assertThat(JsonSchemas.compile(schema).validate(value))
          .allSatisfy(violation -> assertThat(violation.message()).isNotBlank())
          .noneMatch(violation -> violation.keyword().equals(Violation.LIMIT));
    }
  }

  private static boolean accepts(JsonNode schema) {
    try {
      JsonSchemas.compile(schema);
      return true;
    } catch (InvalidSchemaException e) {
      return false;
    }
  }

  @Provide
  Arbitrary<JsonNode> values() {
    return JavaValues.json();
  }

  @Provide
  Arbitrary<JsonNode> schemas() {
    return schema(2);
  }

  private static Arbitrary<JsonNode> schema(int depth) {
    Arbitrary<JsonNode> booleans =
        Arbitraries.of(true, false).map(JsonNodeFactory.instance::booleanNode);
    Arbitrary<JsonNode> objects =
        Arbitraries.maps(Arbitraries.of(KEYWORDS), value(depth))
            .ofMaxSize(3)
            .map(
                members -> {
                  ObjectNode schema = JsonNodeFactory.instance.objectNode();
                  members.forEach(schema::set);
                  return schema;
                });
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(1, booleans), net.jqwik.api.Tuple.of(6, objects));
  }

  private static Arbitrary<JsonNode> value(int depth) {
    Arbitrary<JsonNode> scalars =
        Arbitraries.of(
                "null",
                "true",
                "0",
                "1",
                "-1",
                "1.0",
                "0.5",
                "'string'",
                "'wat'",
                "''",
                "[]",
                "{}",
                "['a']",
                "['a','a']",
                "['string','null']",
                "[1,1]",
                "[1,1.0]",
                "{'a':['b']}",
                "{'a':['b','b']}",
                "{'a':true}",
                "{'a':1}",
                "[true]",
                "[1]")
            .map(Json::of);
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<JsonNode> inner = schema(depth - 1);
    return Arbitraries.oneOf(
        scalars,
        inner,
        inner.list().ofMaxSize(2).map(list -> JsonNodeFactory.instance.arrayNode().addAll(list)),
        inner.map(value -> JsonNodeFactory.instance.objectNode().set("a", value)));
  }
}
