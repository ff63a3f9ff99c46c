/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the schema of one form. Used once, by one thread. */
final class FormBuilder {

  /** Formats of generated schemas, and what forms have for them. */
  private static final Map<String, String> FORMATS =
      Map.of("date", "date", "date-time", "date-time", "uri-reference", "uri");

  /** What a form field says beyond its type and format. */
  private static final Set<String> BOUNDS = Set.of("type", "format", "minimum", "maximum");

  private final InputView view;
  private final JavaType form;
  private final TypePath path;

  FormBuilder(InputView view, JavaType form) {
    this.view = view;
    this.form = form;
    this.path = new TypePath(form);
  }

  ObjectNode build() {
    return path.describe(
        () -> {
          ObjectNode schema = form();
          FormCheck.check(schema);
          return schema;
        });
  }

  private ObjectNode form() {
    if (!form.isRecordType()) {
      throw new Undescribable("a form is described by a record");
    }
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    for (Member member : view.members(form)) {
      properties.set(member.name(), field(member));
      if (member.required()) {
        required.add(member.name());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private ObjectNode field(Member member) {
    path.enter("." + member.name());
    JavaType type = member.use().type();
    ObjectNode field = control(type.isReferenceType() ? type.getContentType() : type, member);
    if (member.annotation(Pattern.class) != null) {
      throw new Undescribable("a form has no patterns");
    }
    Constraints.apply(member, field);
    JsonNode absent = member.defaultValue();
    if (absent != null) {
      Constraints.checkDefault(absent, field);
    }
    SchemaBuilder.put(field, member.title(), member.description());
    if (absent != null) {
      field.set("default", absent);
    }
    path.leave();
    return field;
  }

  private ObjectNode control(JavaType type, Member member) {
    if (type.isEnumType()) {
      return singleChoice(type);
    }
    boolean several = type.isArrayType() || type.isTypeOrSubTypeOf(Collection.class);
    if (several && type.getContentType().isEnumType()) {
      return multipleChoice(type.getContentType());
    }
    ObjectNode primitive = primitive(type, member);
    if (primitive == null) {
      throw new Undescribable(
          "a form asks for strings, numbers, booleans, dates, URIs and enums only");
    }
    return primitive;
  }

  private @Nullable ObjectNode primitive(JavaType type, Member member) {
    Leaf leaf = LeafTypes.find(type.getRawClass());
    if (leaf == null || type.isArrayType()) {
      return null;
    }
    view.checkLeaf(type, leaf, member.property());
    ObjectNode schema = leaf.schema();
    JsonNode format = schema.get("format");
    if (format != null) {
      String own = FORMATS.get(format.stringValue());
      if (own == null) {
        return null;
      }
      schema.put("format", own);
    }
    boolean plain = schema.has("type") && BOUNDS.containsAll(List.copyOf(schema.propertyNames()));
    return plain ? schema : null;
  }

  private ObjectNode singleChoice(JavaType type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "string");
    choices(type, schema, "oneOf");
    return schema;
  }

  private ObjectNode multipleChoice(JavaType type) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "array");
    ObjectNode items = schema.putObject("items");
    if (!hasTitles(type)) {
      items.put("type", "string");
    }
    choices(type, items, "anyOf");
    return schema;
  }

  private void choices(JavaType type, ObjectNode schema, String titled) {
    List<JsonNode> values = view.constants(type);
    if (!values.stream().allMatch(JsonNode::isString)) {
      throw new Undescribable("its constants are not written as strings");
    }
    if (!hasTitles(type)) {
      schema.putArray("enum").addAll(values);
      return;
    }
    ArrayNode choices = schema.putArray(titled);
    Object[] constants = type.getRawClass().getEnumConstants();
    for (int i = 0; i < constants.length; i++) {
      String value = values.get(i).stringValue();
      Title title = title(constants[i]);
      choices.addObject().put("const", value).put("title", title == null ? value : title.value());
    }
  }

  private static boolean hasTitles(JavaType type) {
    for (Object constant : type.getRawClass().getEnumConstants()) {
      if (title(constant) != null) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Title title(Object constant) {
    Enum<?> named = (Enum<?>) constant;
    try {
      return named.getDeclaringClass().getField(named.name()).getAnnotation(Title.class);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("enum constant without a field: " + named, e);
    }
  }
}
