/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.FloatNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a value satisfies a flat schema, beside what the validator says of the same. */
class FlatSchemaTest {

  private static final List<String> NAMES = List.of("a", "b", "", "a/b");
  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-0.0",
          "1",
          "1.0",
          "1.5",
          "-1",
          "2",
          "2e0",
          "0.1",
          "0.10000000000000001",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "12345678901234567890123",
          "1e3",
          "1e300",
          "3.4028235E38");
  private static final List<String> TEXTS = List.of("", "a", "ab", "\uD83D\uDE00", "\uD83D", "1");

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void flatSchemaAcceptsWhatTheValidatorAccepts(
      @ForAll("schemas") String json, @ForAll("values") ObjectNode value) {
    JsonNode schema = Json.of(json);
    FlatSchema flat = FlatSchema.of(schema);

    assertThat(flat).isNotNull();
    for (Dialect dialect : Dialect.values()) {
      SchemaEngine engine =
          SchemaEngine.prepare(schema, dialect, SchemaLimits.DEFAULTS, dialect == Dialect.DRAFT_07);
      assertThat(flat.accepts(value)).isEqualTo(engine.validate(value).isEmpty());
    }
  }

  @Provide
  Arbitrary<String> schemas() {
    Arbitrary<String> properties =
        Arbitraries.maps(Arbitraries.of(NAMES), scalars()).ofMaxSize(3).map(this::properties);
    Arbitrary<String> others =
        Arbitraries.of("", ",'additionalProperties':false", ",'additionalProperties':true");
    return Combinators.combine(properties, others, annotations())
        .as((members, more, notes) -> "{'type':'object'" + members + more + notes + "}");
  }

  /** Requires the properties whose schema is of even length, for want of a better coin. */
  private String properties(Map<String, String> schemas) {
    String members =
        schemas.entrySet().stream()
            .map(entry -> "'%s':%s".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(","));
    String required =
        schemas.entrySet().stream()
            .filter(entry -> entry.getValue().length() % 2 == 0)
            .map(entry -> "'" + entry.getKey() + "'")
            .collect(Collectors.joining(","));
    return ",'properties':{%s},'required':[%s]".formatted(members, required);
  }

  private Arbitrary<String> scalars() {
    Arbitrary<String> text =
        Combinators.combine(
                optional("minLength", List.of("0", "1", "2", "1.0")),
                optional("maxLength", List.of("0", "1", "2", "1.0")),
                optional("enum", List.of("['a','ab',null,1]", "['1','']")))
            .as((least, most, values) -> "{'type':'string'" + least + most + values);
    Arbitrary<String> number =
        Combinators.combine(
                Arbitraries.of("integer", "number"),
                optional("minimum", NUMBERS),
                optional("maximum", NUMBERS))
            .as((type, least, most) -> "{'type':'" + type + "'" + least + most);
    return Combinators.combine(
            Arbitraries.oneOf(text, number, Arbitraries.of("{'type':'boolean'")), annotations())
        .as((schema, notes) -> schema + notes + "}");
  }

  private static Arbitrary<String> optional(String keyword, List<String> values) {
    return Arbitraries.of(values)
        .map(value -> ",'%s':%s".formatted(keyword, value))
        .injectNull(0.5)
        .map(member -> member == null ? "" : member);
  }

  private static Arbitrary<String> annotations() {
    return Arbitraries.of(
        "", "", ",'title':'t'", ",'description':'d','default':null", ",'examples':[{}]");
  }

  @Provide
  Arbitrary<ObjectNode> values() {
    Arbitrary<JsonNode> members =
        Arbitraries.oneOf(
            Arbitraries.of(NUMBERS).map(Json::of),
            Arbitraries.of(1.0, 1.5, 0.1, -0.0, 1e300, Double.NaN).map(DoubleNode::valueOf),
            Arbitraries.of(1f, 0.1f, Float.POSITIVE_INFINITY).map(FloatNode::valueOf),
            Arbitraries.of("1e309", "1e-3000", "null", "true", "false").map(Json::of),
            Arbitraries.of(TEXTS).map(Json.MAPPER.getNodeFactory()::stringNode));
    return Arbitraries.maps(Arbitraries.of(NAMES), members)
        .ofMaxSize(3)
        .map(
            map -> {
              ObjectNode object = Json.object("{}");
              map.forEach(object::set);
              return object;
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "true",
        "{}",
        "{'type':['object']}",
        "{'type':'array'}",
        "{'type':'object','minProperties':1}",
        "{'type':'object','x':1}",
        "{'type':'object','required':['a']}",
        "{'type':'object','additionalProperties':{}}",
        "{'type':'object','properties':{'a':true}}",
        "{'type':'object','properties':{'a':{}}}",
        "{'type':'object','properties':{'a':{'type':'null'}}}",
        "{'type':'object','properties':{'a':{'type':['string','null']}}}",
        "{'type':'object','properties':{'a':{'type':'object'}}}",
        "{'type':'object','properties':{'a':{'type':'array'}}}",
        "{'type':'object','properties':{'a':{'type':'string','pattern':'a'}}}",
        "{'type':'object','properties':{'a':{'type':'string','format':'date'}}}",
        "{'type':'object','properties':{'a':{'type':'number','enum':[1]}}}",
        "{'type':'object','properties':{'a':{'type':'number','multipleOf':2}}}",
        "{'type':'object','properties':{'a':{'type':'number','exclusiveMinimum':2}}}",
        "{'type':'object','properties':{'a':{'type':'boolean','const':true}}}"
      })
  void schemaOfAnyOtherShapeIsLeftToTheValidator(String schema) {
    assertThat(FlatSchema.of(Json.of(schema))).isNull();
  }

  @Test
  void nestedValueThatNothingIsSaidAboutIsLeftToTheValidator() {
    FlatSchema flat = FlatSchema.of(Json.of("{'type':'object'}"));

    assertThat(flat).isNotNull();
    assertThat(flat.accepts(Json.of("{'a':[]}"))).isFalse();
    assertThat(flat.accepts(Json.of("{'a':{}}"))).isFalse();
    assertThat(flat.accepts(Json.of("[]"))).isFalse();
  }

  @Test
  void wordsOfAViolationAreThoseOfTheValidator() {
    JsonNode schema = Json.of("{'type':'object','properties':{'a':{'type':'string'}}}");
    JsonNode value = Json.of("{'a':1}");

    assertThat(JsonSchemas.compile(schema).validate(value))
        .isNotEmpty()
        .isEqualTo(
            SchemaEngine.prepare(schema, Dialect.DRAFT_2020_12, SchemaLimits.DEFAULTS, false)
                .validate(value));
  }
}
