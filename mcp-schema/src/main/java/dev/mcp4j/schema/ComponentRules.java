/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;

/**
 * What the components of a record say to Jackson beyond its own annotations, which win wherever
 * they speak: a component is required and not null unless it is optional, nullable or has a
 * default; and a sealed hierarchy of records is told apart by a member {@code type}.
 */
final class ComponentRules extends NopAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
    if (!(member instanceof AnnotatedParameter)) {
      return null;
    }
    return !mayBeMissing(member);
  }

  @Override
  public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
    if (annotated instanceof AnnotatedParameter parameter
        && !mayBeMissing(parameter)
        && !isAnyJson(parameter.getType())) {
      return JsonSetter.Value.forValueNulls(Nulls.FAIL);
    }
    return JsonSetter.Value.empty();
  }

  /** Among any JSON there is null, and leaving it out would make another value of it. */
  @Override
  public JsonInclude.Value findPropertyInclusion(MapperConfig<?> config, Annotated annotated) {
    return annotated instanceof AnnotatedMember member
            && TypeUse.component(member) != null
            && isAnyJson(member.getType())
            && !TypeUse.of(member.getType(), member).acceptsNull()
        ? JsonInclude.Value.empty().withValueInclusion(JsonInclude.Include.ALWAYS)
        : JsonInclude.Value.empty();
  }

  @Override
  public @Nullable Object findDeserializer(MapperConfig<?> config, Annotated annotated) {
    Default value =
        annotated instanceof AnnotatedMember ? annotated.getAnnotation(Default.class) : null;
    return value == null ? null : new DefaultedDeserializer(value.value());
  }

  @Override
  public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(
      MapperConfig<?> config, Annotated annotated) {
    if (annotated instanceof AnnotatedClass type && isSealedRecords(type.getRawType())) {
      return JsonTypeInfo.Value.construct(
          JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "type", null, false, null, null);
    }
    return null;
  }

  /** Whether every value of the type is an instance of one of its permitted records. */
  private static boolean isSealedRecords(Class<?> type) {
    if (!type.isSealed() || !Modifier.isAbstract(type.getModifiers())) {
      return false;
    }
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (!permitted.isRecord() && !isSealedRecords(permitted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAnyJson(JavaType type) {
    return type.isJavaLangObject() || type.hasRawClass(JsonNode.class);
  }

  private static boolean mayBeMissing(AnnotatedMember member) {
    JsonProperty explicit = member.getAnnotation(JsonProperty.class);
    return member.hasAnnotation(Default.class)
        || TypeUse.of(member.getType(), member).acceptsNull()
        || (explicit != null && explicit.isRequired() == OptBoolean.FALSE);
  }
}
