/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.arbitrary;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Valid values of a type: of a record whose components have no special rules, made of valid values
 * of its components. What has rules is in {@link SpecialValues} and {@link SpecialComponents}.
 */
final class ValidValues {
  private static final int MAX_ELEMENTS = 2;
  private static final double ABSENT = 0.5;
  private static final Map<Class<?>, Arbitrary<?>> KNOWN = new HashMap<>();

  private ValidValues() {}

  /** The values of a record, an enum, a sealed interface, or a type of their components. */
  @SuppressWarnings("unchecked") // what is made for a type are values of it
  static synchronized <T> Arbitrary<T> of(Class<T> type) {
    Arbitrary<?> known = KNOWN.get(type);
    if (known == null) {
      known = make(type);
      KNOWN.put(type, known);
    }
    return (Arbitrary<T>) known;
  }

  private static Arbitrary<?> make(Class<?> type) {
    Arbitrary<?> special = SpecialValues.of(type);
    if (special != null) {
      return special;
    }
    if (type.isEnum()) {
      return Arbitraries.of(type.getEnumConstants());
    }
    return type.isSealed() ? union(type) : record(type);
  }

  private static Arbitrary<?> union(Class<?> type) {
    List<Arbitrary<?>> choices = new ArrayList<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (!permitted.getSimpleName().startsWith("Unrecognized")) {
        choices.add(of(permitted));
      }
    }
    return Arbitraries.oneOf(choices);
  }

  /** A record by its components, with the values given for some of them. */
  static Arbitrary<?> record(Class<?> type) {
    List<Arbitrary<Object>> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      components.add(component(type, component));
    }
    Constructor<?> constructor = canonicalConstructor(type);
    return Combinators.combine(components)
        .as(values -> construct(constructor, values))
        .withoutEdgeCases();
  }

  private static Arbitrary<Object> component(Class<?> record, RecordComponent component) {
    Arbitrary<?> special = SpecialComponents.of(record, component.getName());
    Arbitrary<Object> values =
        special == null ? values(component.getGenericType()) : special.map(value -> value);
    boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return nullable && !SpecialComponents.isAlwaysThere(record, component.getName())
        ? values.injectNull(ABSENT)
        : values;
  }

  private static Arbitrary<Object> values(Type type) {
    if (!(type instanceof ParameterizedType generic)) {
      return of((Class<?>) type).map(value -> value);
    }
    Type[] arguments = generic.getActualTypeArguments();
    Arbitrary<Object> elements = values(arguments[arguments.length - 1]);
    return generic.getRawType() == Map.class
        ? Arbitraries.maps(Texts.names(), elements).ofMaxSize(MAX_ELEMENTS).map(map -> map)
        : elements.list().ofMaxSize(MAX_ELEMENTS).map(list -> list);
  }

  private static Constructor<?> canonicalConstructor(Class<?> type) {
    Class<?>[] components =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getConstructor(components);
    } catch (NoSuchMethodException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Object construct(Constructor<?> constructor, List<Object> values) {
    try {
      return constructor.newInstance(values.toArray());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw new LinkageError("%s of %s".formatted(constructor, values), e);
    }
  }
}
