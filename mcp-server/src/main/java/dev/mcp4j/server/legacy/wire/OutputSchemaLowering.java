/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what a tool returns in a revision where that is always an object. Other values become the
 * only member of an object, and so does their schema. A schema that admits objects and other values
 * alike is left out: then every value fits.
 *
 * <p>Specification 2025-11-25: server/tools, Output Schema.
 */
final class OutputSchemaLowering {
  /** The name of the only member. Others call it so too. */
  static final String MEMBER = "result";

  private static final String TYPE = "type";
  private static final String REF = "$ref";
  private static final String DIALECT = "$schema";
  private static final String ID = "$id";
  private static final String NEW_ROOT = "#/properties/" + MEMBER;
  private static final int MAX_REFERENCES = 16;

  /** Keywords whose value is data and no schema. */
  private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

  private enum Kind {
    OBJECTS,
    OTHERS,
    UNKNOWN
  }

  private OutputSchemaLowering() {}

  /** Wraps a value if it is not an object. */
  static ObjectNode lower(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return object;
    }
    ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
    wrapper.set(MEMBER, value);
    return wrapper;
  }

  /** Returns the schema of the lowered values; null if there is none for all of them. */
  static @Nullable JsonObject lower(JsonObject schema) {
    return switch (kind(schema.node(), schema.node(), 0)) {
      case OBJECTS -> typed(schema);
      case OTHERS -> wrapped(schema.node());
      case UNKNOWN -> null;
    };
  }

  private static Kind kind(ObjectNode root, JsonNode schema, int references) {
    if (schema.get(TYPE) != null) {
      return kindOfType(schema.get(TYPE));
    }
    JsonNode ref = schema.get(REF);
    if (ref != null && ref.isString() && references < MAX_REFERENCES && !root.has(ID)) {
      JsonNode target = target(root, ref.stringValue());
      return target == null ? Kind.UNKNOWN : kind(root, target, references + 1);
    }
    for (String union : new String[] {"anyOf", "oneOf"}) {
      if (schema.get(union) instanceof ArrayNode members && !members.isEmpty()) {
        return kindOfAll(root, members, references);
      }
    }
    return Kind.UNKNOWN;
  }

  private static @Nullable JsonNode target(ObjectNode root, String ref) {
    if (!ref.startsWith("#/")) {
      return ref.equals("#") ? root : null;
    }
    JsonNode target = root.at(ref.substring(1));
    return target.isMissingNode() ? null : target;
  }

  private static Kind kindOfType(JsonNode type) {
    if (!(type instanceof ArrayNode names)) {
      return kindOfName(type);
    }
    Set<Kind> kinds = new HashSet<>();
    names.forEach(name -> kinds.add(kindOfName(name)));
    return only(kinds);
  }

  private static Kind kindOfName(JsonNode type) {
    return type.isString() && type.stringValue().equals("object") ? Kind.OBJECTS : Kind.OTHERS;
  }

  private static Kind kindOfAll(ObjectNode root, ArrayNode schemas, int references) {
    Set<Kind> kinds = new HashSet<>();
    if (references < MAX_REFERENCES) {
      schemas.forEach(schema -> kinds.add(kind(root, schema, references + 1)));
    }
    return only(kinds);
  }

  private static Kind only(Set<Kind> kinds) {
    return kinds.size() == 1 ? kinds.iterator().next() : Kind.UNKNOWN;
  }

  private static JsonObject typed(JsonObject schema) {
    JsonNode type = schema.get(TYPE);
    return type != null && type.isString()
        ? schema
        : schema.with(TYPE, JsonNodeFactory.instance.stringNode("object"));
  }

  private static JsonObject wrapped(ObjectNode schema) {
    ObjectNode inner = schema.has(ID) ? schema : (ObjectNode) moved(schema);
    ObjectNode outer = JsonNodeFactory.instance.objectNode();
    JsonNode dialect = schema.get(DIALECT);
    if (dialect != null) {
      outer.set(DIALECT, dialect);
    }
    outer.put(TYPE, "object");
    outer.putObject("properties").set(MEMBER, inner);
    outer.putArray("required").add(MEMBER);
    return new JsonObject(outer);
  }

  /** Copies a schema to where its root is no longer that of the document. */
  private static JsonNode moved(JsonNode schema) {
    if (schema instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(moved(element)));
      return copy;
    }
    if (!(schema instanceof ObjectNode object) || object.has(ID)) {
      return schema;
    }
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      JsonNode value = member.getValue();
      if (name.equals(REF) && value.isString()) {
        copy.put(REF, moved(value.stringValue()));
      } else if (!name.equals(DIALECT)) {
        copy.set(name, DATA.contains(name) ? value : moved(value));
      }
    }
    return copy;
  }

  private static String moved(String ref) {
    return ref.equals("#") || ref.startsWith("#/") ? NEW_ROOT + ref.substring(1) : ref;
  }
}
