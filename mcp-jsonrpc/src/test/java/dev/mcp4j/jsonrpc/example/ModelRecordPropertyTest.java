/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** The records of the model check and copy their components. */
class ModelRecordPropertyTest {
  private static final List<Class<?>> RECORDS =
      ApiTypes.all().stream()
          .filter(type -> type.isRecord() && ValueTypes.isValueType(type))
          .filter(type -> !Reply.class.isAssignableFrom(type))
          .toList();

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void nullIsRefusedUnlessTheComponentSaysOtherwise(@ForAll("records") Record value) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      List<Object> values = ValueTypes.components(value);
      values.set(i, null);
      if (!components[i].getType().isPrimitive() && !isNullable(components[i])) {
        assertThatThrownBy(() -> copy(value, values))
            .as(components[i].toString())
            .isInstanceOf(InvocationTargetException.class)
            .hasCauseInstanceOf(NullPointerException.class);
      }
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void laterChangesOfACollectionDoNotReachTheRecord(@ForAll("records") Record value)
      throws ReflectiveOperationException {
    List<Object> values = ValueTypes.components(value);
    values.replaceAll(ModelRecordPropertyTest::mutable);
    Object copy = copy(value, values);

    values.forEach(ModelRecordPropertyTest::empty);

    assertThat(copy).isEqualTo(value);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void collectionsOfARecordCannotBeChanged(@ForAll("records") Record value) {
    for (Object component : ValueTypes.components(value)) {
      if (component instanceof List<?> || component instanceof Map<?, ?>) {
        assertThatThrownBy(() -> empty(component))
            .isInstanceOf(UnsupportedOperationException.class);
      }
    }
  }

  private static Object copy(Record value, List<Object> values)
      throws ReflectiveOperationException {
    return ModelValues.canonicalConstructor(value.getClass()).newInstance(values.toArray());
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static Object mutable(Object component) {
    if (component instanceof List<?> list) {
      return new ArrayList<>(list);
    }
    return component instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : component;
  }

  private static void empty(Object component) {
    if (component instanceof List<?> list) {
      list.clear();
    } else if (component instanceof Map<?, ?> map) {
      map.clear();
    }
  }

  @Provide
  Arbitrary<Record> records() {
    return Arbitraries.of(RECORDS)
        .flatMap(type -> ModelValues.of(type).map(value -> (Record) value));
  }
}
