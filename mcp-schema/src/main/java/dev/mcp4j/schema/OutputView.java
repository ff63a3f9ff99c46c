/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsonFormatVisitors.JsonBooleanFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonIntegerFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonNumberFormatVisitor;
import tools.jackson.databind.jsonFormatVisitors.JsonStringFormatVisitor;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.PropertyWriter;
import tools.jackson.databind.ser.bean.BeanSerializerBase;
import tools.jackson.databind.ser.impl.UnknownSerializer;

/** How values of a type are written. */
final class OutputView extends TypeView {

  OutputView(JsonMapper mapper) {
    super(mapper);
  }

  @Override
  SerializationContext context() {
    return writing();
  }

  @Override
  BeanDescription introspect(JavaType type) {
    return writing().introspectBeanDescription(type);
  }

  @Override
  List<Member> members(JavaType type) {
    ValueSerializer<Object> serializer = writing().findValueSerializer(type);
    BeanDescription bean = beanDescription(type);
    checkBean(bean);
    if (bean.findAnyGetter() != null) {
      throw new Undescribable("it has a @JsonAnyGetter");
    }
    if (serializer instanceof UnknownSerializer) {
      return List.of();
    }
    if (!(serializer instanceof BeanSerializerBase)) {
      throw new Undescribable("it is written by a serializer of its own");
    }
    List<Member> members = new ArrayList<>();
    for (Iterator<PropertyWriter> i = serializer.properties(); i.hasNext(); ) {
      members.add(member((BeanPropertyWriter) i.next()));
    }
    return members;
  }

  private Member member(BeanPropertyWriter writer) {
    AnnotatedMember member = writer.getMember();
    if (hasOwnSerializer(member)) {
      throw new Undescribable("its member '" + writer.getName() + "' has a serializer of its own");
    }
    TypeUse use = TypeUse.of(writer.getType(), member);
    // A component of a record says itself whether it may be null; any other member might be.
    boolean mayBeNull = TypeUse.component(member) == null && !use.type().isPrimitive();
    boolean acceptsNull = mayBeNull || use.acceptsNull();
    boolean required = !acceptsNull && isAlwaysWritten(writer);
    return new Member(writer.getName(), use, writer, required, acceptsNull, null);
  }

  private boolean isAlwaysWritten(BeanPropertyWriter writer) {
    JsonInclude.Value inclusion = writer.findPropertyInclusion(config(), Object.class);
    return switch (inclusion.getValueInclusion()) {
      case ALWAYS, NON_NULL, NON_ABSENT, USE_DEFAULTS -> true;
      default -> false;
    };
  }

  private boolean hasOwnSerializer(AnnotatedMember member) {
    return introspector().findSerializer(config(), member) != null
        || introspector().findContentSerializer(config(), member) != null
        || introspector().findKeySerializer(config(), member) != null
        || introspector().findSerializationConverter(config(), member) != null
        || introspector().findSerializationContentConverter(config(), member) != null;
  }

  @Override
  @Nullable Wrapped wrapped(JavaType type) {
    AnnotatedMember value = beanDescription(type).findJsonValueAccessor();
    return value == null ? null : new Wrapped(TypeUse.of(value.getType(), value), value);
  }

  @Override
  @Nullable Hierarchy hierarchy(JavaType type) {
    return writing().findTypeSerializer(type) == null ? null : writtenHierarchy(type);
  }

  @Override
  void checkLeaf(JavaType type, Leaf leaf, @Nullable BeanProperty property) {
    checkFormat(type, property);
    ValueSerializer<Object> serializer =
        property == null
            ? writing().findValueSerializer(type)
            : writing().findPrimaryPropertySerializer(type, property);
    if (!isStandard(serializer)) {
      throw new Undescribable("it is written by a serializer of its own");
    }
    if (leaf.kind() == Leaf.Kind.ANY || type.isContainerType() || isTree(type)) {
      return;
    }
    Probe probe = new Probe(writing());
    serializer.acceptJsonFormatVisitor(probe, type);
    if (probe.kind != leaf.kind()) {
      throw new Undescribable(
          "it is not written as a JSON " + Keywords.typeName(leaf.kind()) + " by this mapper");
    }
  }

  private static boolean isTree(JavaType type) {
    return type.isTypeOrSubTypeOf(JsonNode.class);
  }

  @Override
  void checkConstant(JavaType type, Object constant, JsonNode written) {}

  @Override
  void checkKey(JavaType type, Object key, String written) {}

  /** Notes as which JSON type a serializer writes. */
  private static final class Probe extends JsonFormatVisitorWrapper.Base {

    private Leaf.@Nullable Kind kind;

    Probe(SerializationContext context) {
      super(context);
    }

    @Override
    public JsonStringFormatVisitor expectStringFormat(JavaType type) {
      kind = Leaf.Kind.STRING;
      return super.expectStringFormat(type);
    }

    @Override
    public JsonIntegerFormatVisitor expectIntegerFormat(JavaType type) {
      kind = Leaf.Kind.INTEGER;
      return super.expectIntegerFormat(type);
    }

    @Override
    public JsonNumberFormatVisitor expectNumberFormat(JavaType type) {
      kind = Leaf.Kind.NUMBER;
      return super.expectNumberFormat(type);
    }

    @Override
    public JsonBooleanFormatVisitor expectBooleanFormat(JavaType type) {
      kind = Leaf.Kind.BOOLEAN;
      return super.expectBooleanFormat(type);
    }
  }
}
