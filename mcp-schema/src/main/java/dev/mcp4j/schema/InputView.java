/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.SettableBeanProperty;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.bean.BeanDeserializerBase;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeDeserializer;

/** How values of a type are read. */
final class InputView extends TypeView {

  private final DeserializationContext reading;

  InputView(JsonMapper mapper) {
    super(mapper);
    this.reading = mapper._deserializationContext();
  }

  @Override
  DeserializationContext context() {
    return reading;
  }

  @Override
  BeanDescription introspect(JavaType type) {
    return reading.introspectBeanDescriptionForCreation(type);
  }

  @Override
  List<Member> members(JavaType type) {
    BeanDeserializerBase reader = beanReader(type);
    if (reader == null) {
      throw new Undescribable(
          type.isAbstract()
              ? "it is abstract and nothing tells its subtypes apart"
              : "it is read by a deserializer of its own");
    }
    BeanDescription bean = beanDescription(type);
    checkBean(bean);
    if (reader.hasAnySetter()) {
      throw new Undescribable("it has a @JsonAnySetter");
    }
    Map<String, Member> bound = new LinkedHashMap<>();
    add(reader.creatorProperties(), bound);
    add(reader.properties(), bound);
    // The reader keeps no order; the description has the one that values are written in.
    List<Member> members = new ArrayList<>();
    for (BeanPropertyDefinition property : bean.findProperties()) {
      Member member = bound.remove(property.getName());
      if (member != null) {
        members.add(member);
      }
    }
    members.addAll(bound.values());
    return members;
  }

  private @Nullable BeanDeserializerBase beanReader(JavaType type) {
    ValueDeserializer<?> reader = reading.findNonContextualValueDeserializer(type);
    return reader instanceof BeanDeserializerBase bean && isStandard(bean) ? bean : null;
  }

  private void add(Iterator<SettableBeanProperty> properties, Map<String, Member> members) {
    while (properties.hasNext()) {
      SettableBeanProperty property = properties.next();
      if (!property.isIgnorable() && !property.isInjectionOnly()) {
        members.putIfAbsent(property.getName(), member(property));
      }
    }
  }

  private Member member(SettableBeanProperty property) {
    AnnotatedMember member = property.getMember();
    if (hasOwnDeserializer(member)) {
      throw new Undescribable(
          "its member '" + property.getName() + "' has a deserializer of its own");
    }
    TypeUse use = TypeUse.of(property.getType(), member);
    boolean mayBeNull = !property.isCreatorProperty() && !use.type().isPrimitive();
    JsonNode absent =
        property.getValueDeserializer() instanceof DefaultedDeserializer.Resolved defaulted
            ? checkDefault(defaulted)
            : null;
    return new Member(
        property.getName(),
        use,
        property,
        property.isRequired(),
        mayBeNull || use.acceptsNull(),
        absent);
  }

  private JsonNode checkDefault(DefaultedDeserializer.Resolved defaulted) {
    try {
      defaulted.getAbsentValue(reading);
    } catch (JacksonException e) {
      throw new Undescribable(
          "its default " + JsonText.of(defaulted.value()) + " does not bind", e);
    }
    return defaulted.value();
  }

  private boolean hasOwnDeserializer(AnnotatedMember member) {
    Object own = introspector().findDeserializer(config(), member);
    return (own != null && !(own instanceof DefaultedDeserializer))
        || introspector().findContentDeserializer(config(), member) != null
        || introspector().findKeyDeserializer(config(), member) != null
        || introspector().findDeserializationConverter(config(), member) != null
        || introspector().findDeserializationContentConverter(config(), member) != null;
  }

  @Override
  @Nullable Wrapped wrapped(JavaType type) {
    BeanDeserializerBase reader = beanReader(type);
    if (reader == null) {
      return null;
    }
    DeserializationConfig config = reading.getConfig();
    ValueInstantiator creator = reader.getValueInstantiator();
    AnnotatedMember value = beanDescription(type).findJsonValueAccessor();
    JavaType delegate = delegate(creator, config);
    if (delegate != null && (value == null || !value.getType().equals(delegate))) {
      return new Wrapped(new TypeUse(delegate, null), null);
    }
    if (value == null) {
      return null;
    }
    if (delegate == null && !creates(creator, value.getRawType())) {
      throw new Undescribable("it is written as a single value, and no creator reads that");
    }
    return new Wrapped(TypeUse.of(value.getType(), value), value);
  }

  private static @Nullable JavaType delegate(
      ValueInstantiator creator, DeserializationConfig config) {
    if (creator.canCreateUsingDelegate()) {
      return creator.getDelegateType(config);
    }
    return creator.canCreateUsingArrayDelegate() ? creator.getArrayDelegateType(config) : null;
  }

  private static boolean creates(ValueInstantiator creator, Class<?> type) {
    Leaf leaf = LeafTypes.find(type);
    return leaf != null
        && switch (leaf.kind()) {
          case STRING -> creator.canCreateFromString() && type == String.class;
          case BOOLEAN -> creator.canCreateFromBoolean();
          case INTEGER -> createsInteger(creator, type);
          case NUMBER -> creator.canCreateFromDouble() || creator.canCreateFromBigDecimal();
          case OBJECT, ARRAY, ANY -> false;
        };
  }

  private static boolean createsInteger(ValueInstantiator creator, Class<?> type) {
    if (type == int.class || type == Integer.class) {
      return creator.canCreateFromInt();
    }
    if (type == long.class || type == Long.class) {
      return creator.canCreateFromLong();
    }
    return creator.canCreateFromBigInteger();
  }

  @Override
  @Nullable Hierarchy hierarchy(JavaType type) {
    TypeDeserializer ids = reading.findTypeDeserializer(type);
    if (ids == null) {
      return null;
    }
    Hierarchy hierarchy = writtenHierarchy(type);
    for (Hierarchy.Branch branch : hierarchy.branches()) {
      JavaType read = ids.getTypeIdResolver().typeFromId(reading, branch.id());
      if (read == null || read.getRawClass() != branch.type().getRawClass()) {
        throw new Undescribable("its type id '" + branch.id() + "' is not read as it is written");
      }
    }
    return hierarchy;
  }

  @Override
  void checkLeaf(JavaType type, Leaf leaf, @Nullable BeanProperty property) {
    checkFormat(type, property);
    ValueDeserializer<?> reader = reading.findContextualValueDeserializer(type, property);
    while (reader.getDelegatee() != null) {
      reader = reader.getDelegatee();
    }
    if (!isStandard(reader)) {
      throw new Undescribable("it is read by a deserializer of its own");
    }
  }

  @Override
  void checkConstant(JavaType type, Object constant, JsonNode written) {
    Object read;
    try {
      read = mapper.readerFor(type).readValue(written);
    } catch (JacksonException e) {
      throw new Undescribable("its constant " + constant + " is not read as it is written", e);
    }
    if (read != constant) {
      throw new Undescribable("its constant " + constant + " is not read as it is written");
    }
  }

  @Override
  void checkKey(JavaType type, Object key, String written) {
    Object read;
    try {
      read = reading.findKeyDeserializer(type, null).deserializeKey(written, reading);
    } catch (JacksonException e) {
      throw new Undescribable("its constant " + key + " is not read as it is written", e);
    }
    if (read != key) {
      throw new Undescribable("its constant " + key + " is not read as it is written");
    }
  }
}
