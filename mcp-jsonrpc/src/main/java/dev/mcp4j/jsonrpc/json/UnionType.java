/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import dev.mcp4j.api.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A sealed interface whose implementations are told apart by the text of one member. */
abstract class UnionType<T> extends JsonType<T> {
  private final String discriminator;
  private final Map<String, ObjectType<? extends T>> variants;

  UnionType(
      Class<T> javaType, String discriminator, Map<String, ObjectType<? extends T>> variants) {
    super(javaType);
    this.discriminator = discriminator;
    this.variants = variants;
  }

  /** Keeps an object of a name that is no variant. */
  abstract T unrecognized(String name, JsonObject json);

  /** One pass if the discriminator comes first; else the object is a tree in between. */
  @Override
  final T read(JsonInput in) {
    in.startObject();
    String first = in.nextMember();
    String name = null;
    if (discriminator.equals(first) && in.isString()) {
      name = in.text();
      ObjectType<? extends T> variant = variants.get(name);
      if (variant != null) {
        return variant.readMembers(in);
      }
    }
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    if (name != null) {
      node.put(discriminator, name);
    } else if (first != null) {
      node.set(first, in.tree());
    }
    return fromTree(in, first == null ? node : in.restOfObject(node));
  }

  @Override
  final void write(JsonOutput out, T value) {
    JsonTypes.write(out, value);
  }

  private T fromTree(JsonInput in, ObjectNode node) {
    String name = in.fromMember(node, discriminator, Scalars.STRING);
    @Nullable ObjectType<? extends T> variant = variants.get(name);
    return variant == null
        ? unrecognized(name, new JsonObject(node))
        : in.<T>fromTree(node, variant::read);
  }
}
