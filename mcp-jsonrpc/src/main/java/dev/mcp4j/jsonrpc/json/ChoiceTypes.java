/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.Scalars.INTEGER;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.elicitation.EnumOption;
import dev.mcp4j.api.elicitation.LegacyTitledEnumSchema;
import dev.mcp4j.api.elicitation.TitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.TitledSingleSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledMultiSelectEnumSchema;
import dev.mcp4j.api.elicitation.UntitledSingleSelectEnumSchema;
import java.util.List;

/** Form fields with choices. */
final class ChoiceTypes {
  static final ObjectType<EnumOption> OPTION =
      new ObjectType<>(EnumOption.class) {
        @Override
        EnumOption readMembers(JsonInput in) {
          String value = null;
          String title = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "const" -> value = in.read(STRING);
              case "title" -> title = in.read(STRING);
              default -> in.skip();
            }
          }
          return new EnumOption(in.required(value, "const"), in.required(title, "title"));
        }

        @Override
        void writeMembers(JsonOutput out, EnumOption option) {
          out.member("const", option.value());
          out.member("title", option.title());
        }
      };

  static final ObjectType<UntitledSingleSelectEnumSchema> UNTITLED_SINGLE =
      new ObjectType<>(UntitledSingleSelectEnumSchema.class) {
        @Override
        UntitledSingleSelectEnumSchema readMembers(JsonInput in) {
          String title = null;
          String description = null;
          List<String> values = null;
          String defaultValue = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("string");
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "enum" -> values = in.list(STRING);
              case "default" -> defaultValue = in.optional(STRING);
              default -> in.skip();
            }
          }
          return new UntitledSingleSelectEnumSchema(
              title, description, in.required(values, "enum"), defaultValue);
        }

        @Override
        void writeMembers(JsonOutput out, UntitledSingleSelectEnumSchema value) {
          out.member("type", "string");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.list("enum", STRING, value.values());
          out.member("default", STRING, value.defaultValue());
        }
      };

  static final ObjectType<TitledSingleSelectEnumSchema> TITLED_SINGLE =
      new ObjectType<>(TitledSingleSelectEnumSchema.class) {
        @Override
        TitledSingleSelectEnumSchema readMembers(JsonInput in) {
          String title = null;
          String description = null;
          List<EnumOption> options = null;
          String defaultValue = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("string");
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "oneOf" -> options = in.list(OPTION);
              case "default" -> defaultValue = in.optional(STRING);
              default -> in.skip();
            }
          }
          return new TitledSingleSelectEnumSchema(
              title, description, in.required(options, "oneOf"), defaultValue);
        }

        @Override
        void writeMembers(JsonOutput out, TitledSingleSelectEnumSchema value) {
          out.member("type", "string");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.list("oneOf", OPTION, value.options());
          out.member("default", STRING, value.defaultValue());
        }
      };

  static final ObjectType<LegacyTitledEnumSchema> LEGACY_TITLED =
      new ObjectType<>(LegacyTitledEnumSchema.class) {
        @Override
        LegacyTitledEnumSchema readMembers(JsonInput in) {
          String title = null;
          String description = null;
          List<String> values = null;
          List<String> names = List.of();
          String defaultValue = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("string");
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "enum" -> values = in.list(STRING);
              case "enumNames" -> names = in.optionalList(STRING);
              case "default" -> defaultValue = in.optional(STRING);
              default -> in.skip();
            }
          }
          return new LegacyTitledEnumSchema(
              title, description, in.required(values, "enum"), names, defaultValue);
        }

        @Override
        void writeMembers(JsonOutput out, LegacyTitledEnumSchema value) {
          out.member("type", "string");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.list("enum", STRING, value.values());
          out.list("enumNames", STRING, value.names());
          out.member("default", STRING, value.defaultValue());
        }
      };

  static final ObjectType<UntitledMultiSelectEnumSchema> UNTITLED_MULTI =
      new ObjectType<>(UntitledMultiSelectEnumSchema.class) {
        @Override
        UntitledMultiSelectEnumSchema readMembers(JsonInput in) {
          String title = null;
          String description = null;
          List<String> values = null;
          Integer minItems = null;
          Integer maxItems = null;
          List<String> defaultValues = List.of();
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("array");
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "items" -> values = readItems(in, "enum", STRING);
              case "minItems" -> minItems = in.optional(INTEGER);
              case "maxItems" -> maxItems = in.optional(INTEGER);
              case "default" -> defaultValues = in.optionalList(STRING);
              default -> in.skip();
            }
          }
          return new UntitledMultiSelectEnumSchema(
              title, description, in.required(values, "items"), minItems, maxItems, defaultValues);
        }

        @Override
        void writeMembers(JsonOutput out, UntitledMultiSelectEnumSchema value) {
          out.member("type", "array");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.name("items");
          out.startObject();
          out.member("type", "string");
          out.list("enum", STRING, value.values());
          out.endObject();
          out.member("minItems", INTEGER, value.minItems());
          out.member("maxItems", INTEGER, value.maxItems());
          out.optionalList("default", STRING, value.defaultValues());
        }
      };

  static final ObjectType<TitledMultiSelectEnumSchema> TITLED_MULTI =
      new ObjectType<>(TitledMultiSelectEnumSchema.class) {
        @Override
        TitledMultiSelectEnumSchema readMembers(JsonInput in) {
          String title = null;
          String description = null;
          List<EnumOption> options = null;
          Integer minItems = null;
          Integer maxItems = null;
          List<String> defaultValues = List.of();
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("array");
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "items" -> options = readItems(in, "anyOf", OPTION);
              case "minItems" -> minItems = in.optional(INTEGER);
              case "maxItems" -> maxItems = in.optional(INTEGER);
              case "default" -> defaultValues = in.optionalList(STRING);
              default -> in.skip();
            }
          }
          return new TitledMultiSelectEnumSchema(
              title, description, in.required(options, "items"), minItems, maxItems, defaultValues);
        }

        @Override
        void writeMembers(JsonOutput out, TitledMultiSelectEnumSchema value) {
          out.member("type", "array");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.name("items");
          out.startObject();
          out.list("anyOf", OPTION, value.options());
          out.endObject();
          out.member("minItems", INTEGER, value.minItems());
          out.member("maxItems", INTEGER, value.maxItems());
          out.optionalList("default", STRING, value.defaultValues());
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(OPTION, UNTITLED_SINGLE, TITLED_SINGLE, LEGACY_TITLED, UNTITLED_MULTI, TITLED_MULTI);

  private ChoiceTypes() {}

  private static <T> List<T> readItems(JsonInput in, String choices, JsonType<T> type) {
    List<T> values = null;
    in.startObject();
    for (String name; (name = in.nextMember()) != null; ) {
      if (name.equals(choices)) {
        values = in.list(type);
      } else {
        in.skip();
      }
    }
    return in.required(values, choices);
  }
}
