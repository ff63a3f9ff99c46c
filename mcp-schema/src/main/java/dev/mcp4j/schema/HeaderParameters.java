/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import dev.mcp4j.schema.Vocabulary.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the parameters of a tool that are mirrored into HTTP headers, by the annotation {@code
 * x-mcp-header} in its input schema.
 *
 * <p>An annotation is valid where a chain of nothing but {@code properties} leads from the root to
 * it, on a parameter whose type is {@code string}, {@code integer} or {@code boolean} (or one of
 * them and {@code null}), with an HTTP token for a name that no other annotation of the schema has
 * in any case. One invalid annotation makes the whole tool invalid.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools#x-mcp-header">x-mcp-header</a>
 */
public final class HeaderParameters {

  static final String KEYWORD = "x-mcp-header";

  private static final java.util.regex.Pattern TOKEN =
      java.util.regex.Pattern.compile("[-!#$%&'*+.^_`|~0-9A-Za-z]+");

  private final List<HeaderParameter> found = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final List<String> properties = new ArrayList<>();

  private HeaderParameters() {}

  /**
   * Finds the mirrored parameters of a tool.
   *
   * @param inputSchema the tool's input schema
   * @return the parameters in the order of the schema, empty if there are none
   * @throws InvalidSchemaException if an annotation is invalid; it names the place and the rule
   */
  public static List<HeaderParameter> of(JsonNode inputSchema) {
    HeaderParameters parameters = new HeaderParameters();
    if (inputSchema.has(KEYWORD)) {
      throw fault("", "only a property can be mirrored");
    }
    parameters.reachable(inputSchema, "");
    return List.copyOf(parameters.found);
  }

  /** A schema to which properties alone lead. */
  private void reachable(JsonNode schema, String path) {
    for (Map.Entry<String, JsonNode> member : schema.properties()) {
      String keyword = member.getKey();
      JsonNode value = member.getValue();
      String at = JsonPointers.child(path, keyword);
      if (keyword.equals(KEYWORD)) {
        found.add(parameter(schema, value, at));
      } else if (keyword.equals("properties")) {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
          properties.add(property.getKey());
          reachable(property.getValue(), JsonPointers.child(at, property.getKey()));
          properties.remove(properties.size() - 1);
        }
      } else if (!isData(keyword)) {
        unreachable(value, at, isNamed(keyword));
      }
    }
  }

  private HeaderParameter parameter(JsonNode schema, JsonNode annotation, String at) {
    if (!annotation.isString()) {
      throw fault(at, "expected a string, was " + JsonText.of(annotation));
    }
    String name = annotation.stringValue();
    if (name.isEmpty()) {
      throw fault(at, "the header name is empty");
    }
    if (!TOKEN.matcher(name).matches()) {
      throw fault(at, "the header name " + JsonText.quote(name) + " is no HTTP token");
    }
    if (!names.add(name.toLowerCase(Locale.ROOT))) {
      throw fault(at, "the header name " + JsonText.quote(name) + " is used twice");
    }
    HeaderParameter.Type type = type(schema.get("type"));
    if (type == null) {
      JsonNode was = schema.get("type");
      throw fault(
          at,
          "only a string, an integer or a boolean can be mirrored, not "
              + (was == null ? "a parameter without a type" : was));
    }
    return new HeaderParameter(name, properties, type);
  }

  private static HeaderParameter.@Nullable Type type(@Nullable JsonNode type) {
    if (type == null) {
      return null;
    }
    if (type.isArray()) {
      HeaderParameter.Type first = type(type.get(0));
      HeaderParameter.Type second = type(type.get(1));
      boolean nullable =
          type.size() == 2
              && (first == null ? type.get(0) : type.get(1)).asString("").equals("null");
      return nullable ? (first == null ? second : first) : null;
    }
    return switch (type.asString("")) {
      case "string" -> HeaderParameter.Type.STRING;
      case "integer" -> HeaderParameter.Type.INTEGER;
      case "boolean" -> HeaderParameter.Type.BOOLEAN;
      default -> null;
    };
  }

  /**
   * Anything else that is or may become a schema: an annotation here is invalid. The keys of an
   * object of schemas are names, not keywords.
   */
  private static void unreachable(JsonNode node, String path, boolean named) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        unreachable(node.get(i), JsonPointers.child(path, i), false);
      }
      return;
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      String at = JsonPointers.child(path, member.getKey());
      if (named) {
        unreachable(member.getValue(), at, false);
      } else if (member.getKey().equals(KEYWORD)) {
        throw fault(at, "only what 'properties' alone lead to can be mirrored");
      } else if (!isData(member.getKey())) {
        unreachable(member.getValue(), at, isNamed(member.getKey()));
      }
    }
  }

  /** Whether a keyword's value is plain data, in which every name is free. */
  private static boolean isData(String keyword) {
    Shape shape = Vocabulary.shape(Dialect.DRAFT_2020_12, keyword);
    return shape == Shape.ANY || shape == Shape.ARRAY;
  }

  private static boolean isNamed(String keyword) {
    Shape shape = Vocabulary.shape(Dialect.DRAFT_2020_12, keyword);
    return shape == Shape.PART_MAP
        || shape == Shape.PART_PATTERN_MAP
        || shape == Shape.IN_PLACE_MAP
        || shape == Shape.IN_PLACE_OR_STRINGS_MAP
        || shape == Shape.DEFINITIONS
        || shape == Shape.STRINGS_MAP;
  }

  private static InvalidSchemaException fault(String path, String reason) {
    return new InvalidSchemaException(path, reason);
  }
}
