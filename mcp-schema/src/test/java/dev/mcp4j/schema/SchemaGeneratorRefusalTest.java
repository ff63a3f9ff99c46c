/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** Types that have no schema are refused when it is asked for, with the way to them. */
class SchemaGeneratorRefusalTest {

  private static final SchemaGenerator GENERATOR = SchemaGenerator.of(UserTypes.standard());

  record Unknown(List<Map<String, Optional<Calendar>>> times) {}

  interface Plain {}

  record Abstract(Plain plain) {}

  sealed interface Mixed permits One, Two {}

  record One() implements Mixed {}

  enum Two implements Mixed {
    TWO
  }

  record Mix(Mixed mixed) {}

  sealed interface Clash permits Typed {}

  record Typed(String type) implements Clash {}

  record Clashing(Clash clash) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface ByClass {}

  record Classes(ByClass value) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_ARRAY)
  sealed interface Wrapped permits InArray {}

  record InArray() implements Wrapped {}

  record Arrays(Wrapped value) {}

  record Keys(Map<Integer, String> map) {}

  record Formatted(@JsonFormat(pattern = "dd.MM.yyyy") LocalDate date) {}

  record Unwrapped(@JsonUnwrapped Family.Leaf leaf) {}

  record OwnReader(@JsonDeserialize(using = Reader.class) String text) {}

  static final class Reader extends StdDeserializer<String> {
    Reader() {
      super(String.class);
    }

    @Override
    public String deserialize(
        tools.jackson.core.JsonParser parser, tools.jackson.databind.DeserializationContext c) {
      return parser.getString();
    }
  }

  record RangeOnText(@Range(min = 1) String text) {}

  record SizeOnNumber(@Size(max = 1) int number) {}

  record SizeOnRecord(@Size(max = 1) Family.Leaf leaf) {}

  record PatternOnNumber(@Pattern("a") int number) {}

  record BadPattern(@Pattern("(") String text) {}

  record EmptyRange(@Range(min = 2, max = 1) int number) {}

  record WideRange(@Range(max = 300) byte number) {}

  record FractionRange(@Range(min = 0.5) int number) {}

  record EmptySize(@Size(min = 2, max = 1) String text) {}

  record FormatTwice(@Format("email") Instant instant) {}

  record DefaultUnbound(@Default("x") int number) {}

  record DefaultNotJson(@Default("{") List<String> list) {}

  record DefaultOutside(@Default("11") @Range(max = 10) int number) {}

  record DefaultLong(@Default("abc") @Size(max = 2) String text) {}

  record DefaultMismatch(@Default("abc") @Pattern("^x") String text) {}

  record HeaderOnNumber(@McpHeader("A") double number) {}

  record HeaderOnList(@McpHeader("A") List<String> list) {}

  record HeaderName(@McpHeader("My Region") String text) {}

  record HeaderTwice(@McpHeader("A") String one, @McpHeader("a") String two) {}

  record HeaderInList(List<HeaderOnText> list) {}

  record HeaderOnText(@McpHeader("A") String text) {}

  static List<Arguments> refusedInputs() {
    return List.of(
        refused(Unknown.class, ".times[]{}", "it has no JSON form known here"),
        refused(Abstract.class, ".plain", "it is abstract and nothing tells its subtypes apart"),
        refused(Mix.class, ".mixed", "it is abstract and nothing tells its subtypes apart"),
        refused(
            Clashing.class,
            ".clash",
            "its member 'type' collides with the member that holds the type id"),
        refused(Classes.class, ".value", "its type ids are no names (JsonTypeInfo.Id.NAME)"),
        refused(Arrays.class, ".value", "its type id is no member of the object itself"),
        refused(Keys.class, ".map", "its keys must be String, UUID or an enum"),
        refused(Formatted.class, ".date", "its @JsonFormat pattern has no counterpart in a schema"),
        refused(Unwrapped.class, "", "its member 'leaf' is @JsonUnwrapped"),
        refused(OwnReader.class, "", "its member 'text' has a deserializer of its own"),
        refused(RangeOnText.class, ".text", "@Range needs a number, not string"),
        refused(
            SizeOnNumber.class, ".number", "@Size needs a string, an array or a map, not integer"),
        refused(SizeOnRecord.class, ".leaf", "@Size needs a string, an array or a map"),
        refused(PatternOnNumber.class, ".number", "@Pattern needs a string, not integer"),
        refused(BadPattern.class, ".text", "its @Pattern is no regular expression understood here"),
        refused(EmptyRange.class, ".number", "its @Range is empty"),
        refused(WideRange.class, ".number", "its @Range reaches beyond its type"),
        refused(FractionRange.class, ".number", "its @Range has a bound that is no whole number"),
        refused(EmptySize.class, ".text", "its @Size is empty"),
        refused(
            FormatTwice.class, ".instant", "its type has a format already, @Format is too much"),
        refused(DefaultOutside.class, ".number", "its default 11 lies outside its bounds"),
        refused(DefaultLong.class, ".text", "its default \"abc\" lies outside its bounds"),
        refused(DefaultMismatch.class, ".text", "its default \"abc\" lies outside its bounds"),
        refused(
            HeaderOnNumber.class,
            ".number",
            "@McpHeader needs a string, an integer or a boolean, not number"),
        refused(
            HeaderOnList.class,
            ".list",
            "@McpHeader needs a string, an integer or a boolean, not array"),
        refused(
            HeaderName.class,
            "",
            "/properties/text/x-mcp-header: the header name \"My Region\" is no HTTP token"),
        refused(
            HeaderTwice.class,
            "",
            "/properties/two/x-mcp-header: the header name \"a\" is used twice"),
        refused(
            HeaderInList.class,
            "",
            "/properties/list/items/properties/text/x-mcp-header: only what 'properties' alone"
                + " lead to can be mirrored"));
  }

  @ParameterizedTest
  @MethodSource("refusedInputs")
  void inputWithoutSchemaIsRefused(Class<?> type, String path, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GENERATOR.inputSchema(type))
        .withMessage(
            "no JSON Schema for %s at %s%s: %s",
            type.getName(), type.getSimpleName(), path, reason);
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.ValueSource(
      classes = {DefaultUnbound.class, DefaultNotJson.class})
  void defaultThatDoesNotBindIsRefused(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GENERATOR.inputSchema(type))
        .withMessageContaining(type.getSimpleName());
  }

  record AnyGetter(int known) {
    @JsonAnyGetter
    Map<String, String> rest() {
      return Map.of();
    }
  }

  record OwnWriter(@JsonSerialize(using = ToStringSerializer.class) int number) {}

  record AsText(@JsonFormat(shape = JsonFormat.Shape.STRING) int number) {}

  static List<Arguments> refusedOutputs() {
    return List.of(
        refused(AnyGetter.class, "", "it has a @JsonAnyGetter"),
        refused(OwnWriter.class, "", "its member 'number' has a serializer of its own"),
        refused(AsText.class, ".number", "it is not written as a JSON integer by this mapper"));
  }

  @ParameterizedTest
  @MethodSource("refusedOutputs")
  void outputWithoutSchemaIsRefused(Class<?> type, String path, String reason) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GENERATOR.outputSchema(type))
        .withMessage(
            "no JSON Schema for %s at %s%s: %s",
            type.getName(), type.getSimpleName(), path, reason);
  }

  @Test
  void timeThatAMapperWritesAsNumbersIsRefused() {
    JsonMapper numbers =
        JsonMapper.builder().enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS).build();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> SchemaGenerator.of(UserTypes.of(numbers)).outputSchema(Instant.class))
        .withMessageEndingWith("it is not written as a JSON string by this mapper");
  }

  @Test
  void failureLeavesTheCauseForTheDeveloper() {
    JsonNode leaf = GENERATOR.inputSchema(Family.Leaf.class);
    assertThat(leaf).isNotNull();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GENERATOR.inputSchema(Calendar.class))
        .havingCause()
        .withMessage("it has no JSON form known here");
  }

  private static Arguments refused(Class<?> type, String path, String reason) {
    return Arguments.of(type, path, reason);
  }
}
