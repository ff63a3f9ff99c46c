/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import static dev.mcp4j.jsonrpc.json.Scalars.BOOLEAN;
import static dev.mcp4j.jsonrpc.json.Scalars.DECIMAL;
import static dev.mcp4j.jsonrpc.json.Scalars.INTEGER;
import static dev.mcp4j.jsonrpc.json.Scalars.STRING;

import dev.mcp4j.api.elicitation.BooleanSchema;
import dev.mcp4j.api.elicitation.FormSchema;
import dev.mcp4j.api.elicitation.NumberSchema;
import dev.mcp4j.api.elicitation.PrimitiveSchemaDefinition;
import dev.mcp4j.api.elicitation.StringFormat;
import dev.mcp4j.api.elicitation.StringSchema;
import dev.mcp4j.api.elicitation.UnrecognizedSchemaDefinition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Forms and their plain fields. {@link ChoiceTypes} has the fields with choices. */
final class FormTypes {
  static final EnumType<StringFormat> STRING_FORMAT =
      new EnumType<>(StringFormat.class, StringFormat::wireName);

  static final ObjectType<BooleanSchema> BOOLEAN_FIELD =
      new ObjectType<>(BooleanSchema.class) {
        @Override
        BooleanSchema readMembers(JsonInput in) {
          String title = null;
          String description = null;
          Boolean defaultValue = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("boolean");
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "default" -> defaultValue = in.optional(BOOLEAN);
              default -> in.skip();
            }
          }
          return new BooleanSchema(title, description, defaultValue);
        }

        @Override
        void writeMembers(JsonOutput out, BooleanSchema value) {
          out.member("type", "boolean");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.member("default", BOOLEAN, value.defaultValue());
        }
      };

  static final ObjectType<NumberSchema> NUMBER_FIELD =
      new ObjectType<>(NumberSchema.class) {
        @Override
        NumberSchema readMembers(JsonInput in) {
          boolean integer = false;
          String title = null;
          String description = null;
          BigDecimal minimum = null;
          BigDecimal maximum = null;
          BigDecimal defaultValue = null;
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> integer = in.read(STRING).equals("integer");
              case "title" -> title = in.optional(STRING);
              case "description" -> description = in.optional(STRING);
              case "minimum" -> minimum = in.optional(DECIMAL);
              case "maximum" -> maximum = in.optional(DECIMAL);
              case "default" -> defaultValue = in.optional(DECIMAL);
              default -> in.skip();
            }
          }
          return new NumberSchema(integer, title, description, minimum, maximum, defaultValue);
        }

        @Override
        void writeMembers(JsonOutput out, NumberSchema value) {
          out.member("type", value.integer() ? "integer" : "number");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.member("minimum", DECIMAL, value.minimum());
          out.member("maximum", DECIMAL, value.maximum());
          out.member("default", DECIMAL, value.defaultValue());
        }
      };

  static final ObjectType<StringSchema> STRING_FIELD =
      new ObjectType<>(StringSchema.class) {
        @Override
        StringSchema readMembers(JsonInput in) {
          StringSchema.Builder builder = StringSchema.builder();
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("string");
              case "title" -> builder.title(in.optional(STRING));
              case "description" -> builder.description(in.optional(STRING));
              case "minLength" -> builder.minLength(in.optional(INTEGER));
              case "maxLength" -> builder.maxLength(in.optional(INTEGER));
              case "format" -> builder.format(in.optional(STRING_FORMAT));
              case "default" -> builder.defaultValue(in.optional(STRING));
              default -> in.skip();
            }
          }
          return builder.build();
        }

        @Override
        void writeMembers(JsonOutput out, StringSchema value) {
          out.member("type", "string");
          out.member("title", STRING, value.title());
          out.member("description", STRING, value.description());
          out.member("minLength", INTEGER, value.minLength());
          out.member("maxLength", INTEGER, value.maxLength());
          out.member("format", STRING_FORMAT, value.format());
          out.member("default", STRING, value.defaultValue());
        }
      };

  static final KeptType<UnrecognizedSchemaDefinition> UNRECOGNIZED =
      new KeptType<>(
          UnrecognizedSchemaDefinition.class,
          UnrecognizedSchemaDefinition::new,
          UnrecognizedSchemaDefinition::json);

  /** Told apart by several members. What does not fit its kind is kept as it came. */
  static final JsonType<PrimitiveSchemaDefinition> FIELD =
      new JsonType<>(PrimitiveSchemaDefinition.class) {
        @Override
        PrimitiveSchemaDefinition read(JsonInput in) {
          in.startObject();
          ObjectNode node = in.restOfObject(JsonNodeFactory.instance.objectNode());
          JsonType<? extends PrimitiveSchemaDefinition> kind = kindOf(node);
          try {
            return kind.read(JsonInput.of(node));
          } catch (JsonShapeException e) {
            return UNRECOGNIZED.read(JsonInput.of(node));
          }
        }

        private static JsonType<? extends PrimitiveSchemaDefinition> kindOf(ObjectNode node) {
          return switch (text(node.get("type"))) {
            case "boolean" -> BOOLEAN_FIELD;
            case "number", "integer" -> NUMBER_FIELD;
            case "string" -> stringKind(node);
            case "array" ->
                node.path("items").has("anyOf")
                    ? ChoiceTypes.TITLED_MULTI
                    : ChoiceTypes.UNTITLED_MULTI;
            default -> UNRECOGNIZED;
          };
        }

        private static JsonType<? extends PrimitiveSchemaDefinition> stringKind(ObjectNode node) {
          if (node.has("oneOf")) {
            return ChoiceTypes.TITLED_SINGLE;
          }
          if (node.has("enumNames")) {
            return ChoiceTypes.LEGACY_TITLED;
          }
          return node.has("enum") ? ChoiceTypes.UNTITLED_SINGLE : STRING_FIELD;
        }

        private static String text(@Nullable JsonNode node) {
          return node != null && node.isString() ? node.stringValue() : "";
        }

        @Override
        void write(JsonOutput out, PrimitiveSchemaDefinition value) {
          JsonTypes.write(out, value);
        }
      };

  static final ObjectType<FormSchema> FORM =
      new ObjectType<>(FormSchema.class) {
        @Override
        FormSchema readMembers(JsonInput in) {
          Map<String, PrimitiveSchemaDefinition> properties = null;
          List<String> required = List.of();
          Others others = new Others(in);
          for (String name; (name = in.nextMember()) != null; ) {
            switch (name) {
              case "type" -> in.constant("object");
              case "properties" -> properties = in.map(FIELD);
              case "required" -> required = others.fittingList(name, STRING);
              default -> others.keep(name);
            }
          }
          return new FormSchema(in.required(properties, "properties"), required, others.toObject());
        }

        @Override
        void writeMembers(JsonOutput out, FormSchema value) {
          out.member("type", "object");
          out.map("properties", FIELD, value.properties());
          out.optionalList("required", STRING, value.required());
          out.others(value.other());
        }
      };

  static final List<JsonType<?>> ALL =
      List.of(STRING_FORMAT, BOOLEAN_FIELD, NUMBER_FIELD, STRING_FIELD, UNRECOGNIZED, FIELD, FORM);

  private FormTypes() {}
}
