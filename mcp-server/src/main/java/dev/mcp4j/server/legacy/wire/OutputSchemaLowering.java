/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.jsonrpc.legacy.WrappedOutput;
import java.util.HashSet;
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
  private static final String TYPE = "type";
  private static final String REF = "$ref";
  private static final String ID = "$id";
  private static final int MAX_REFERENCES = 16;

  private enum Kind {
    OBJECTS,
    OTHERS,
    UNKNOWN
  }

  private OutputSchemaLowering() {}

  /** Wraps the value of a result if it is not an object. */
  static CallToolResult lower(CallToolResult result) {
    JsonNode value = result.structuredContent();
    if (value == null || value instanceof ObjectNode) {
      return result;
    }
    ResultMeta meta = result.meta();
    return new CallToolResult(
        result.content(),
        WrappedOutput.wrap(value),
        result.isError(),
        meta.toBuilder().other(WrappedOutput.mark(meta.other())).build());
  }

  /** Makes the schema of a tool that of the lowered values, if there is one for all of them. */
  static Tool lower(Tool tool) {
    JsonObject schema = tool.outputSchema();
    if (schema == null) {
      return tool;
    }
    Tool.Builder lowered = tool.toBuilder();
    return switch (kind(schema.node(), schema.node(), 0)) {
      case OBJECTS -> lowered.outputSchema(typed(schema)).build();
      case OTHERS ->
          lowered
              .outputSchema(new JsonObject(WrappedOutput.wrapSchema(schema.node())))
              .meta(WrappedOutput.mark(tool.meta()))
              .build();
      case UNKNOWN -> lowered.outputSchema(null).build();
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
}
