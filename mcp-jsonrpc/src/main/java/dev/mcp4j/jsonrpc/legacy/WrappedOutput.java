/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.legacy;

import dev.mcp4j.api.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A structured result that is no object, in a revision where it always is one: the value is the
 * only member of an object, and its schema the schema of that member. The metadata of the result
 * and of the tool say so, because an object that was made for this cannot be told from one that the
 * tool returned.
 *
 * <p>Specification 2025-11-25: server/tools, Structured Content, Output Schema.
 */
public final class WrappedOutput {
  /** The name of the only member. Others call it so too. */
  public static final String MEMBER = "result";

  private static final String MARK = "dev.mcp4j/wrapped";
  private static final String REF = "$ref";
  private static final String DIALECT = "$schema";
  private static final String ID = "$id";
  private static final String PROPERTIES = "properties";
  private static final String OWN_ROOT = "#";
  private static final String MEMBER_ROOT = "#/" + PROPERTIES + "/" + MEMBER;

  /** Keywords whose value is data and no schema. */
  private static final Set<String> DATA = Set.of("const", "enum", "default", "examples");

  private WrappedOutput() {}

  /**
   * Wraps a value.
   *
   * @param value the value, shared
   * @return the object
   */
  public static ObjectNode wrap(JsonNode value) {
    ObjectNode wrapper = JsonNodeFactory.instance.objectNode();
    wrapper.set(MEMBER, value);
    return wrapper;
  }

  /**
   * Takes a value out of its object.
   *
   * @param wrapper the object
   * @return the value; null if it is not wrapped
   */
  public static @Nullable JsonNode unwrap(@Nullable JsonNode wrapper) {
    return wrapper instanceof ObjectNode object && object.size() == 1 ? object.get(MEMBER) : null;
  }

  /**
   * Wraps the schema of values. References within it go where their targets go.
   *
   * @param schema the schema, not modified
   * @return the schema of the objects
   */
  public static ObjectNode wrapSchema(ObjectNode schema) {
    JsonNode inner =
        schema.has(ID) ? schema : moved(schema, ref -> elsewhere(ref, OWN_ROOT, MEMBER_ROOT));
    ObjectNode outer = JsonNodeFactory.instance.objectNode();
    JsonNode dialect = schema.get(DIALECT);
    if (dialect != null) {
      outer.set(DIALECT, dialect);
    }
    outer.put("type", "object");
    outer.putObject(PROPERTIES).set(MEMBER, inner);
    outer.putArray("required").add(MEMBER);
    return outer;
  }

  /**
   * Takes the schema of values out of the schema of objects.
   *
   * @param schema the schema of the objects, not modified
   * @return the schema; null if there is none in it
   */
  public static @Nullable ObjectNode unwrapSchema(@Nullable JsonNode schema) {
    if (schema == null || !(schema.path(PROPERTIES).get(MEMBER) instanceof ObjectNode inner)) {
      return null;
    }
    if (inner.has(ID)) {
      return inner;
    }
    ObjectNode own = JsonNodeFactory.instance.objectNode();
    JsonNode dialect = schema.get(DIALECT);
    if (dialect != null) {
      own.set(DIALECT, dialect);
    }
    own.setAll((ObjectNode) moved(inner, ref -> elsewhere(ref, MEMBER_ROOT, OWN_ROOT)));
    return own;
  }

  /**
   * Says in metadata that a value or its schema is wrapped.
   *
   * @param meta other metadata
   * @return all of it
   */
  public static JsonObject mark(JsonObject meta) {
    return meta.with(MARK, JsonNodeFactory.instance.booleanNode(true));
  }

  /**
   * Takes the mark out of metadata.
   *
   * @param meta the metadata, modified; null if there is none
   * @return whether it was there
   */
  public static boolean unmark(@Nullable JsonNode meta) {
    if (!(meta instanceof ObjectNode members)) {
      return false;
    }
    JsonNode mark = members.remove(MARK);
    return mark != null && mark.asBoolean(false);
  }

  /** Copies a schema to where its root is no longer that of the document, or is it again. */
  private static JsonNode moved(JsonNode schema, UnaryOperator<String> reference) {
    if (schema instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(moved(element, reference)));
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
        copy.put(REF, reference.apply(value.stringValue()));
      } else if (!name.equals(DIALECT)) {
        copy.set(name, DATA.contains(name) ? value : moved(value, reference));
      }
    }
    return copy;
  }

  private static String elsewhere(String ref, String from, String to) {
    return ref.equals(from) || ref.startsWith(from + "/") ? to + ref.substring(from.length()) : ref;
  }
}
