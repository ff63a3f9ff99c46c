/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.reflect.Type;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Java types of the application as JSON: reads tool arguments, form answers and results into
 * them, and writes them.
 *
 * <p>Types are bound by Jackson, under rules that its defaults do not have:
 *
 * <ul>
 *   <li>a component of a record, or a parameter of another creator, must be there and not be null,
 *       unless it is an {@code Optional} of any kind, marked {@code @Nullable}, or has a {@link
 *       Default};
 *   <li>an integer may be written as {@code 1.0}, but a fraction is never cut off;
 *   <li>a sealed interface whose permitted types are all records is told apart by a member {@code
 *       type} that holds the record's simple name, unless the interface says otherwise with
 *       Jackson's own annotations.
 * </ul>
 *
 * <p>The {@linkplain #standard() standard} mapper in addition ignores unknown members, coerces no
 * scalar into another, names enum constants as the source does (or as {@code @JsonProperty} does),
 * keeps numbers exact and the offsets of times as they were sent, and leaves out absent optionals
 * and nulls.
 *
 * <p>The mapper is built on first use, not before. Instances are immutable and may be shared by
 * threads. Records of a named module must be open to Jackson: {@code opens … to
 * tools.jackson.databind}.
 */
public final class UserTypes {

  private static final UserTypes STANDARD = new UserTypes(StandardMapper::create);

  private final Lazy<JsonMapper> mapper;
  private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();

  private UserTypes(Supplier<JsonMapper> mapper) {
    this.mapper = new Lazy<>(mapper);
  }

  /**
   * The types as the standard mapper sees them.
   *
   * @return the one shared instance
   */
  public static UserTypes standard() {
    return STANDARD;
  }

  /**
   * The types as a mapper of the application sees them. The mapper itself is not changed: the rules
   * above are added to a copy of it, and what it is told by annotations and features stays.
   *
   * @param mapper the application's mapper
   * @return a new instance
   */
  public static UserTypes of(JsonMapper mapper) {
    Objects.requireNonNull(mapper, "mapper");
    return new UserTypes(() -> mapper.rebuild().addModule(new ComponentModule()).build());
  }

  /**
   * The mapper that reads and writes the types. The first call builds it, which takes some 100
   * milliseconds in a cold JVM.
   *
   * @return the mapper, always the same one
   */
  public JsonMapper mapper() {
    return mapper.get();
  }

  /**
   * Reads a value of a class.
   *
   * @param <T> the class
   * @param json the value; not changed
   * @param type the class, without type parameters of its own
   * @return the value read, never null
   * @throws BindingException if the value does not fit the class
   */
  @SuppressWarnings("unchecked") // of a primitive class Class.cast would refuse the box
  public <T> T read(JsonNode json, Class<T> type) {
    return (T) read(json, (Type) type);
  }

  /**
   * Reads a value of a type.
   *
   * @param json the value; not changed
   * @param type the type, such as {@code List<Order>}
   * @return the value read, never null
   * @throws BindingException if the value does not fit the type
   */
  public Object read(JsonNode json, Type type) {
    Object value;
    try {
      value = reader(type).readValue(json);
    } catch (JacksonException e) {
      throw BindingErrors.translate(e);
    }
    if (value == null) {
      throw new BindingException("", "expected a value, was " + JsonText.of(json), null);
    }
    return value;
  }

  /**
   * Classes are what is read over and over, and there are not more of them than the mapper keeps.
   */
  private ObjectReader reader(Type type) {
    if (!(type instanceof Class<?> known)) {
      return newReader(type);
    }
    ObjectReader reader = readers.get(known);
    return reader != null ? reader : readers.computeIfAbsent(known, this::newReader);
  }

  private ObjectReader newReader(Type type) {
    return mapper().readerFor(mapper().constructType(type));
  }

  /**
   * Writes a value as a type has it. The declared type matters: only under it does a member of a
   * sealed hierarchy carry the member that tells it apart.
   *
   * @param value the value
   * @param type the declared type of the value
   * @return the value as JSON, a new tree
   * @throws BindingException if the value cannot be written
   */
  public JsonNode write(Object value, Type type) {
    JavaType source = mapper().constructType(type);
    try {
      return mapper().writerFor(source).valueToTree(value);
    } catch (JacksonException e) {
      throw BindingErrors.translate(e);
    }
  }
}
