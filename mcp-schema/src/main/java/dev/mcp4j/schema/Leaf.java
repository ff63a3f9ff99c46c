/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A type whose JSON form Jackson has built in.
 *
 * @param kind the JSON type it is written as
 * @param form the keywords that say so
 */
record Leaf(Kind kind, Consumer<ObjectNode> form) {

  /** JSON types as a schema names them; ANY stands for all of them. */
  enum Kind {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    OBJECT,
    ARRAY,
    ANY
  }

  ObjectNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    form.accept(schema);
    return schema;
  }
}
