/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.TypeIdResolver;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * What Jackson does with a type in one direction, asked of the very serializers or deserializers
 * that do it. Every method throws {@link Undescribable} when the answer has no schema. Used for one
 * schema, by one thread.
 */
abstract class TypeView {

  final JsonMapper mapper;
  private final SerializationContext writing;
  private final Map<JavaType, BeanDescription> beans = new HashMap<>();

  TypeView(JsonMapper mapper) {
    this.mapper = mapper;
    this.writing = mapper._serializationContext();
  }

  /** The members of an object type, in the order of their declaration. */
  abstract List<Member> members(JavaType type);

  /** The type that a wrapper is bound as, with the place that names it, or null for no wrapper. */
  abstract @Nullable Wrapped wrapped(JavaType type);

  /** The concrete types of a type whose values are told apart by a type id, or null. */
  abstract @Nullable Hierarchy hierarchy(JavaType type);

  /** Refuses a built-in type that is bound in another form than the built-in one. */
  abstract void checkLeaf(JavaType type, Leaf leaf, @Nullable BeanProperty property);

  /** Refuses a constant of an enum that is not bound as it is written. */
  abstract void checkConstant(JavaType type, Object constant, JsonNode written);

  /** Refuses a key of a map that is not bound as it is written. */
  abstract void checkKey(JavaType type, Object key, String written);

  abstract DatabindContext context();

  abstract BeanDescription introspect(JavaType type);

  /** What Jackson finds out about a class. It takes long, so each is asked for once. */
  final BeanDescription beanDescription(JavaType type) {
    return beans.computeIfAbsent(type, this::introspect);
  }

  final SerializationContext writing() {
    return writing;
  }

  final MapperConfig<?> config() {
    return context().getConfig();
  }

  final AnnotationIntrospector introspector() {
    return config().getAnnotationIntrospector();
  }

  final AnnotatedClass classAnnotations(JavaType type) {
    return context().introspectClassAnnotations(type);
  }

  /** The constants of an enum as they are written. */
  final List<JsonNode> constants(JavaType type) {
    List<JsonNode> constants = new ArrayList<>();
    for (Object constant : type.getRawClass().getEnumConstants()) {
      JsonNode written = mapper.writerFor(type).valueToTree(constant);
      checkConstant(type, constant, written);
      constants.add(written);
    }
    return constants;
  }

  /** The constants of an enum as they are written for the keys of a map. */
  final List<String> keys(JavaType type) {
    List<String> keys = new ArrayList<>();
    for (Object constant : type.getRawClass().getEnumConstants()) {
      JsonNode map = mapper.valueToTree(Map.of(constant, true));
      String written = map.propertyNames().iterator().next();
      checkKey(type, constant, written);
      keys.add(written);
    }
    return keys;
  }

  /** Refuses what a bean may do beyond having members. */
  final void checkBean(BeanDescription bean) {
    if (bean.getObjectIdInfo() != null) {
      throw new Undescribable("it has object ids (@JsonIdentityInfo)");
    }
    for (BeanPropertyDefinition property : bean.findProperties()) {
      AnnotatedMember member = property.getPrimaryMember();
      if (member != null
          && introspector().findUnwrappingNameTransformer(config(), member) != null) {
        throw new Undescribable("its member '" + property.getName() + "' is @JsonUnwrapped");
      }
    }
  }

  /** Refuses a member or built-in type with a format that only Jackson knows. */
  final void checkFormat(JavaType type, @Nullable BeanProperty property) {
    JsonFormat.Value format =
        property == null
            ? config().getDefaultPropertyFormat(type.getRawClass())
            : property.findPropertyFormat(config(), type.getRawClass());
    if (format.hasPattern()) {
      throw new Undescribable("its @JsonFormat pattern has no counterpart in a schema");
    }
  }

  /** A hierarchy with its type ids as they are written. */
  final Hierarchy writtenHierarchy(JavaType base) {
    TypeSerializer ids = writing.findTypeSerializer(base);
    JsonTypeInfo.Value info =
        introspector().findPolymorphicTypeInfo(config(), classAnnotations(base));
    if (ids == null || info == null) {
      throw new Undescribable("its type ids are not declared by @JsonTypeInfo on the type itself");
    }
    switch (info.getIdType()) {
      case NAME, SIMPLE_NAME -> {}
      default -> throw new Undescribable("its type ids are no names (JsonTypeInfo.Id.NAME)");
    }
    boolean inBean =
        switch (info.getInclusionType()) {
          case PROPERTY -> false;
          case EXISTING_PROPERTY -> true;
          default -> throw new Undescribable("its type id is no member of the object itself");
        };
    String name = info.getPropertyName();
    return new Hierarchy(
        name == null ? info.getIdType().getDefaultPropertyName() : name,
        inBean,
        branches(base, ids.getTypeIdResolver()));
  }

  private List<Hierarchy.Branch> branches(JavaType base, TypeIdResolver ids) {
    Collection<NamedType> subtypes =
        config()
            .getSubtypeResolver()
            .collectAndResolveSubtypesByTypeId(config(), classAnnotations(base));
    List<Hierarchy.Branch> branches = new ArrayList<>();
    for (NamedType subtype : subtypes) {
      JavaType type = writing.constructSpecializedType(base, subtype.getType());
      if (type.isConcrete() && branches.stream().noneMatch(b -> b.type().equals(type))) {
        String id = ids.idFromValueAndType(writing, null, subtype.getType());
        branches.add(new Hierarchy.Branch(type, id));
      }
    }
    return branches;
  }

  /** Whether something is part of Jackson, so that its form is the documented one. */
  static boolean isStandard(Object binder) {
    return binder.getClass().getName().startsWith("tools.jackson.databind.");
  }

  /** The single value that stands for an object of another type. */
  record Wrapped(TypeUse use, @Nullable AnnotatedMember member) {}
}
