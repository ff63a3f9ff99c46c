/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON object of any members: metadata, settings of an extension, a schema, arguments of a tool.
 *
 * <p>The node is shared, not copied: whoever hands it over, or takes it out, must not modify it any
 * more. Equal if the members are, whatever their order.
 *
 * <p>Specification 2026-07-28: schema, JSONObject.
 *
 * @param node the members
 */
public record JsonObject(ObjectNode node) {
  /** The object without members. */
  public static final JsonObject EMPTY = new JsonObject(JsonNodeFactory.instance.objectNode());

  /**
   * Checks the component.
   *
   * @param node not null
   */
  public JsonObject {
    Objects.requireNonNull(node, "node");
  }

  /**
   * Returns a member.
   *
   * @param name the name
   * @return the value, or null if there is no such member
   */
  public @Nullable JsonNode get(String name) {
    return node.get(name);
  }

  /**
   * Tells whether there are no members.
   *
   * @return true if there are none
   */
  public boolean isEmpty() {
    return node.isEmpty();
  }

  /**
   * Makes a copy with one more member, or another value of it.
   *
   * @param name the name
   * @param value the value
   * @return the copy; the nodes of the other members are shared
   */
  public JsonObject with(String name, JsonNode value) {
    ObjectNode copy = JsonNodeFactory.instance.objectNode();
    copy.setAll(node);
    copy.set(name, value);
    return new JsonObject(copy);
  }

  /**
   * Returns the JSON text.
   *
   * @return compact JSON
   */
  @Override
  public String toString() {
    return node.toString();
  }
}
