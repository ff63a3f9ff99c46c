/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;

/**
 * A type at the place where it is used, with what is written there about {@code null}.
 *
 * @param type the type as Jackson resolved it
 * @param annotated the same type as the source has it, or null where nothing is known
 */
record TypeUse(JavaType type, @Nullable AnnotatedType annotated) {

  private static final Set<Class<?>> PRIMITIVE_OPTIONALS =
      Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);

  /** The use of a type as a component, field, getter or creator parameter. */
  static TypeUse of(JavaType type, @Nullable AnnotatedMember member) {
    return new TypeUse(type, member == null ? null : annotatedType(member));
  }

  /** Whether {@code null} is a value here: marked nullable, or an optional of any kind. */
  boolean acceptsNull() {
    return isOptional() || isMarkedNullable();
  }

  boolean isOptional() {
    return type.isReferenceType() || PRIMITIVE_OPTIONALS.contains(type.getRawClass());
  }

  boolean isMarkedNullable() {
    if (annotated == null) {
      return false;
    }
    // By simple name, so that every library's annotation counts.
    for (Annotation annotation : annotated.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("Nullable")) {
        return true;
      }
    }
    return false;
  }

  /** The element of an array or collection, the value of a map, the content of an optional. */
  TypeUse content() {
    return new TypeUse(type.getContentType(), annotatedContent());
  }

  private @Nullable AnnotatedType annotatedContent() {
    if (annotated instanceof AnnotatedArrayType array) {
      return array.getAnnotatedGenericComponentType();
    }
    if (annotated instanceof AnnotatedParameterizedType parameterized) {
      AnnotatedType[] arguments = parameterized.getAnnotatedActualTypeArguments();
      return arguments[arguments.length - 1];
    }
    return null;
  }

  private static @Nullable AnnotatedType annotatedType(AnnotatedMember member) {
    RecordComponent component = component(member);
    if (component != null) {
      return component.getAnnotatedType();
    }
    if (member instanceof AnnotatedParameter parameter
        && parameter.getOwner().getMember() instanceof Executable executable) {
      return executable.getAnnotatedParameterTypes()[parameter.getIndex()];
    }
    if (member instanceof AnnotatedMethod getter) {
      return getter.getMember().getAnnotatedReturnType();
    }
    if (member instanceof AnnotatedField field && field.getMember() instanceof Field declared) {
      return declared.getAnnotatedType();
    }
    return null;
  }

  /** The record component behind a member, or null for a member of any other class. */
  static @Nullable RecordComponent component(AnnotatedMember member) {
    Class<?> owner = member.getDeclaringClass();
    RecordComponent[] components = owner.getRecordComponents();
    if (components == null) {
      return null;
    }
    if (member instanceof AnnotatedParameter parameter) {
      boolean canonical =
          parameter.getOwner().getMember() instanceof java.lang.reflect.Constructor<?>
              && parameter.getOwner().getParameterCount() == components.length;
      return canonical ? components[parameter.getIndex()] : null;
    }
    for (RecordComponent component : components) {
      if (component.getName().equals(member.getName())) {
        return component;
      }
    }
    return null;
  }
}
