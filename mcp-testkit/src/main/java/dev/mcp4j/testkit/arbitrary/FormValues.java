/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.elicitation.EnumOption;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.elicitation.LegacyTitledEnumSchema;
import dev.mcp4j.api.elicitation.NumberSchema;
import dev.mcp4j.api.elicitation.PrimitiveSchemaDefinition;
import dev.mcp4j.api.elicitation.StringFormat;
import dev.mcp4j.api.elicitation.StringSchema;
import dev.mcp4j.api.elicitation.TitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.TitledSingleSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledSingleSelectEnumSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** The schemas of forms, whose bounds and defaults have to fit each other. */
final class FormValues {
  static final Map<Class<?>, Supplier<Arbitrary<?>>> BY_TYPE =
      Map.of(
          FormSchema.class, FormValues::forms,
          StringSchema.class, FormValues::strings,
          NumberSchema.class, FormValues::numbers,
          UntitledSingleSelectEnumSchema.class, FormValues::untitledSingle,
          TitledSingleSelectEnumSchema.class, FormValues::titledSingle,
          UntitledMultiSelectEnumSchema.class, FormValues::untitledMulti,
          TitledMultiSelectEnumSchema.class, FormValues::titledMulti,
          LegacyTitledEnumSchema.class, FormValues::legacy);

  private FormValues() {}

  private static Arbitrary<String> texts() {
    return Texts.any().injectNull(0.5);
  }

  /** At least one value, each of them once. */
  private static Arbitrary<List<String>> values() {
    return Texts.names().list().ofMinSize(1).ofMaxSize(3).uniqueElements();
  }

  private static Arbitrary<List<EnumOption>> options() {
    return Combinators.combine(values(), Texts.any())
        .as((values, title) -> values.stream().map(v -> new EnumOption(v, v + title)).toList());
  }

  private static Arbitrary<FormSchema> forms() {
    return Arbitraries.maps(Texts.names(), ValidValues.of(PrimitiveSchemaDefinition.class))
        .ofMaxSize(3)
        .map(LinkedHashMap::new)
        .flatMap(
            properties ->
                Arbitraries.subsetOf(properties.keySet())
                    .map(ArrayList::new)
                    .map(
                        required ->
                            new FormSchema(Map.copyOf(properties), required, JsonObject.EMPTY)));
  }

  private static Arbitrary<StringSchema> strings() {
    return Combinators.combine(
            texts(),
            texts(),
            Arbitraries.integers().between(0, 3).injectNull(0.5),
            Arbitraries.integers().between(20, 99).injectNull(0.5),
            Arbitraries.of(StringFormat.values()).injectNull(0.7))
        .as(
            (title, description, min, max, format) ->
                new StringSchema(
                    title, description, min, max, format, format == null ? "default" : null));
  }

  private static Arbitrary<NumberSchema> numbers() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            texts(),
            texts(),
            Arbitraries.integers().between(-9, 0).injectNull(0.5),
            Arbitraries.integers().between(1, 9).injectNull(0.5),
            Arbitraries.of(0, 1).injectNull(0.5))
        .as(
            (integer, title, description, min, max, preset) ->
                new NumberSchema(
                    integer, title, description, decimal(min), decimal(max), decimal(preset)));
  }

  private static @Nullable BigDecimal decimal(@Nullable Integer value) {
    return value == null ? null : BigDecimal.valueOf(value);
  }

  private static Arbitrary<UntitledSingleSelectEnumSchema> untitledSingle() {
    return Combinators.combine(texts(), texts(), values(), Arbitraries.of(true, false))
        .as(
            (title, description, values, preset) ->
                new UntitledSingleSelectEnumSchema(
                    title, description, values, preset ? values.get(0) : null));
  }

  private static Arbitrary<TitledSingleSelectEnumSchema> titledSingle() {
    return Combinators.combine(texts(), texts(), options(), Arbitraries.of(true, false))
        .as(
            (title, description, options, preset) ->
                new TitledSingleSelectEnumSchema(
                    title, description, options, preset ? options.get(0).value() : null));
  }

  private static Arbitrary<LegacyTitledEnumSchema> legacy() {
    return Combinators.combine(texts(), texts(), values())
        .as(
            (title, description, values) ->
                new LegacyTitledEnumSchema(
                    title,
                    description,
                    values,
                    values.stream().map("the "::concat).toList(),
                    null));
  }

  private static Arbitrary<UntitledMultiSelectEnumSchema> untitledMulti() {
    return Combinators.combine(texts(), texts(), values(), Arbitraries.of(true, false))
        .as(
            (title, description, values, bounded) ->
                new UntitledMultiSelectEnumSchema(
                    title,
                    description,
                    values,
                    bounded ? 0 : null,
                    bounded ? values.size() : null,
                    bounded ? values.subList(0, 1) : List.of()));
  }

  private static Arbitrary<TitledMultiSelectEnumSchema> titledMulti() {
    return Combinators.combine(texts(), texts(), options(), Arbitraries.of(true, false))
        .as(
            (title, description, options, bounded) ->
                new TitledMultiSelectEnumSchema(
                    title,
                    description,
                    options,
                    bounded ? 0 : null,
                    bounded ? options.size() : null,
                    bounded ? List.of(options.get(0).value()) : List.of()));
  }
}
