/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Describes Java types as JSON Schema 2020-12, the way {@link UserTypes} binds them.
 *
 * <p>The generator asks the serializers and deserializers that do the binding, so names, order,
 * creators, {@code @JsonProperty}, {@code @JsonValue}, {@code @JsonIgnore}, mix-ins and subtypes
 * agree with it. What holds for every type that can be described:
 *
 * <ul>
 *   <li>every value that is written for the type satisfies its output schema;
 *   <li>every value that satisfies its input schema is read without an exception, unless a
 *       constructor of the application throws.
 * </ul>
 *
 * <p>Known are records and other classes that Jackson binds by members; enums; optionals;
 * collections, arrays, and maps keyed by {@code String}, {@code UUID} or an enum; sealed and
 * otherwise named hierarchies; primitives, their boxes and the {@code java.math} numbers; strings;
 * {@code byte[]} as Base64; {@code UUID}, {@code URI}; the types of {@code java.time}; and {@code
 * Object} and {@code JsonNode} for any JSON. A type used more than once, or recursively, is put
 * under {@code $defs}. Objects are open for further members, except that of an input without any
 * member.
 *
 * <p>Numbers of fixed width carry their bounds. A {@code double} does not, because numbers beyond
 * its range are refused in every position.
 *
 * <p>Instances are immutable and may be shared by threads. Nothing is cached: hold the schema.
 */
public final class SchemaGenerator {

  private final UserTypes types;
  private final Map<Class<?>, ObjectNode> described;

  private SchemaGenerator(UserTypes types, Map<Class<?>, ObjectNode> described) {
    this.types = types;
    this.described = described;
  }

  /**
   * A generator for types as they are bound.
   *
   * @param types how types are bound
   * @return a new generator
   */
  public static SchemaGenerator of(UserTypes types) {
    return new SchemaGenerator(Objects.requireNonNull(types, "types"), Map.of());
  }

  /**
   * A generator that takes the schema of one class from the caller. It is the way to describe a
   * class with a serializer of its own; that the two agree is then up to the caller.
   *
   * @param type the class, without regard to its type parameters
   * @param schema its schema in both directions, self-contained; copied
   * @return a new generator
   */
  public SchemaGenerator describing(Class<?> type, ObjectNode schema) {
    Map<Class<?>, ObjectNode> more = new HashMap<>(described);
    more.put(Objects.requireNonNull(type, "type"), schema.deepCopy());
    return new SchemaGenerator(types, Map.copyOf(more));
  }

  /**
   * The schema of the values that can be read as a type.
   *
   * @param type the type
   * @return a new schema, with its members in a fixed order
   * @throws IllegalArgumentException if the type, or one it is made of, cannot be described; the
   *     message names it and the way to it
   */
  public ObjectNode inputSchema(Type type) {
    JsonMapper mapper = types.mapper();
    return build(new InputView(mapper), mapper.constructType(type));
  }

  /**
   * The schema of the values that are written for a type.
   *
   * @param type the type
   * @return a new schema, with its members in a fixed order
   * @throws IllegalArgumentException if the type, or one it is made of, cannot be described; the
   *     message names it and the way to it
   */
  public ObjectNode outputSchema(Type type) {
    JsonMapper mapper = types.mapper();
    return build(new OutputView(mapper), mapper.constructType(type));
  }

  private ObjectNode build(TypeView view, JavaType type) {
    return new SchemaBuilder(view, type, described).build();
  }
}
