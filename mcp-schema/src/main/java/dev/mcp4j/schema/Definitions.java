/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The types of one schema that have a name. A type used once stands in its place; one used several
 * times, and so every recursive one, stands in {@code $defs}; the root is {@code #}.
 */
final class Definitions {

  private static final String REF = "$ref";

  private final Map<JavaType, Definition> byType = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();

  /** A reference to a type; its schema is made on the first one. */
  ObjectNode reference(JavaType type, Supplier<ObjectNode> schema) {
    Definition definition = byType.get(type);
    if (definition == null) {
      definition = new Definition(name(type));
      byType.put(type, definition);
      ObjectNode reference = definition.newReference();
      definition.schema = schema.get();
      return reference;
    }
    return definition.newReference();
  }

  /** Puts every named type where it belongs. The root is a reference or holds references. */
  ObjectNode resolve(ObjectNode root) {
    ObjectNode shared = JsonNodeFactory.instance.objectNode();
    boolean rootIsNamed = root.has(REF);
    for (Definition definition : byType.values()) {
      if (rootIsNamed) {
        // The first reference of all is the root itself.
        rootIsNamed = false;
        definition.references.forEach(reference -> reference.put(REF, "#"));
        inline(root, definition.schema());
      } else if (definition.references.size() == 1) {
        inline(definition.references.get(0), definition.schema());
      } else {
        shared.set(definition.name, definition.schema());
      }
    }
    if (!shared.isEmpty()) {
      root.set("$defs", shared);
    }
    return root;
  }

  /** Replaces a reference; keywords beside it, such as a description, win. */
  private static void inline(ObjectNode reference, ObjectNode schema) {
    reference.remove(REF);
    Map<String, JsonNode> beside = new LinkedHashMap<>();
    reference.properties().forEach(e -> beside.put(e.getKey(), e.getValue()));
    reference.removeAll();
    reference.setAll(schema);
    reference.setAll(beside);
  }

  private String name(JavaType type) {
    String plain = plainName(type);
    String name = plain;
    for (int i = 2; !names.add(name); i++) {
      name = plain + i;
    }
    return name;
  }

  private static String plainName(JavaType type) {
    StringBuilder name = new StringBuilder(type.getRawClass().getSimpleName());
    for (int i = 0; i < type.containedTypeCount(); i++) {
      name.append(i == 0 ? "Of" : "And").append(plainName(type.containedType(i)));
    }
    return name.toString().replaceAll("[^A-Za-z0-9_]", "_");
  }

  private static final class Definition {

    private final String name;
    private final List<ObjectNode> references = new ArrayList<>();
    private @Nullable ObjectNode schema;

    Definition(String name) {
      this.name = name;
    }

    ObjectNode newReference() {
      ObjectNode reference = JsonNodeFactory.instance.objectNode();
      reference.put(REF, "#/$defs/" + name);
      references.add(reference);
      return reference;
    }

    ObjectNode schema() {
      if (schema == null) {
        throw new IllegalStateException("definition " + name + " is not complete");
      }
      return schema;
    }
  }
}
