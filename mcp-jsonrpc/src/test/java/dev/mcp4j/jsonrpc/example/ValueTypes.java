/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.TraceContext;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which records and enums of the protocol a value is made of. */
public final class ValueTypes {
  private static final Set<Class<?>> NOT_ON_THE_WIRE =
      Set.of(RequestMethod.class, NotificationMethod.class, Reply.Open.class);

  /** Their components are members of the objects they belong to. */
  private static final Set<Class<?>> INLINE = Set.of(CacheHints.class, TraceContext.class);

  private ValueTypes() {}

  /** Tells whether values of the type stand in JSON. */
  public static boolean isValueType(Class<?> type) {
    return (type.isRecord() || type.isEnum()) && !NOT_ON_THE_WIRE.contains(type);
  }

  /** Tells whether values of the type are a JSON value by themselves, whatever is around them. */
  public static boolean isSelfContained(Class<?> type) {
    return isValueType(type) && !INLINE.contains(type) && !Reply.class.isAssignableFrom(type);
  }

  static void collect(Object value, Set<Class<?>> seen) {
    if (value instanceof Iterable<?> elements) {
      elements.forEach(element -> collect(element, seen));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> collect(element, seen));
    } else if (value instanceof Enum<?>) {
      seen.add(value.getClass());
    } else if (value instanceof Record record) {
      seen.add(value.getClass());
      components(record).forEach(component -> collect(component, seen));
    }
  }

  /** Returns the values of the components of a record. */
  static List<Object> components(Record value) {
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      values.add(valueOf(component, value));
    }
    return values;
  }

  private static Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
