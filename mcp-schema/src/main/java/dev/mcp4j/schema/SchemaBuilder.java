/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes one schema. Used once, by one thread. */
final class SchemaBuilder {

  private final TypeView view;
  private final Map<Class<?>, ObjectNode> described;
  private final Definitions definitions = new Definitions();
  private final JavaType root;
  private final TypePath path;
  private boolean mirrors;

  SchemaBuilder(TypeView view, JavaType root, Map<Class<?>, ObjectNode> described) {
    this.view = view;
    this.root = root;
    this.path = new TypePath(root);
    this.described = described;
  }

  ObjectNode build() {
    return path.describe(
        () -> {
          ObjectNode schema = definitions.resolve(element(new TypeUse(root, null), null));
          if (mirrors) {
            HeaderParameters.of(schema);
          }
          return schema;
        });
  }

  private ObjectNode element(TypeUse use, @Nullable BeanProperty property) {
    ObjectNode value = value(use, property, true);
    return use.acceptsNull() ? nullable(value) : value;
  }

  /** The schema of a type's values other than null. */
  private ObjectNode value(TypeUse use, @Nullable BeanProperty property, boolean shared) {
    JavaType type = use.type();
    ObjectNode own = described.get(type.getRawClass());
    if (own != null) {
      return own.deepCopy();
    }
    if (type.isReferenceType()) {
      return value(use.content(), property, shared);
    }
    Leaf leaf = LeafTypes.find(type.getRawClass());
    if (leaf != null) {
      view.checkLeaf(type, leaf, property);
      return leaf.schema();
    }
    if (type.isEnumType()) {
      return shared ? definitions.reference(type, () -> enumeration(type)) : enumeration(type);
    }
    if (type.isArrayType() || type.isCollectionLikeType()) {
      return array(use, property);
    }
    if (type.isMapLikeType()) {
      return map(use, property);
    }
    return object(type, shared);
  }

  private ObjectNode object(JavaType type, boolean shared) {
    if (type.getRawClass().getName().startsWith("java") || type.isPrimitive()) {
      throw new Undescribable("it has no JSON form known here");
    }
    TypeView.Wrapped wrapped = view.wrapped(type);
    if (wrapped == null) {
      return definitions.reference(type, () -> members(type));
    }
    boolean leaf = LeafTypes.find(wrapped.use().type().getRawClass()) != null;
    return leaf || !shared
        ? wrapped(type, wrapped, shared)
        : definitions.reference(type, () -> wrapped(type, wrapped, true));
  }

  private ObjectNode wrapped(JavaType type, TypeView.Wrapped wrapped, boolean shared) {
    ObjectNode schema = value(wrapped.use(), null, shared);
    AnnotatedMember member = wrapped.member();
    if (member != null) {
      Constraints.apply(member::getAnnotation, schema);
    }
    return annotate(type, schema);
  }

  private ObjectNode members(JavaType type) {
    Hierarchy hierarchy = view.hierarchy(type);
    if (hierarchy == null) {
      return bean(type, null, null);
    }
    List<Hierarchy.Branch> branches = hierarchy.branches();
    if (branches.isEmpty()) {
      throw new Undescribable("it has no concrete subtypes");
    }
    if (branches.size() == 1) {
      return bean(branches.get(0).type(), hierarchy, branches.get(0).id());
    }
    ObjectNode union = annotate(type, ofType("object"));
    ArrayNode anyOf = union.putArray("anyOf");
    for (Hierarchy.Branch branch : branches) {
      anyOf.add(bean(branch.type(), hierarchy, branch.id()));
    }
    return union;
  }

  private ObjectNode bean(JavaType type, @Nullable Hierarchy hierarchy, @Nullable String id) {
    List<Member> members = view.members(type);
    ObjectNode schema = annotate(type, ofType("object"));
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JsonNodeFactory.instance.arrayNode();
    if (hierarchy != null) {
      properties.putObject(hierarchy.property()).put("type", "string").put("const", id);
      required.add(hierarchy.property());
    }
    for (Member member : members) {
      if (hierarchy == null || !hierarchy.property().equals(member.name())) {
        properties.set(member.name(), member(member));
        if (member.required()) {
          required.add(member.name());
        }
      } else if (!hierarchy.inBean()) {
        throw new Undescribable(
            "its member '" + member.name() + "' collides with the member that holds the type id");
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    // Otherwise open: binding ignores members it does not know, and newer peers may send them. Of
    // "no parameters" the specification wants exactly that said.
    if (properties.isEmpty() && isInput()) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  private ObjectNode member(Member member) {
    path.enter("." + member.name());
    McpHeader header = isInput() ? member.annotation(McpHeader.class) : null;
    ObjectNode value = value(member.use(), member.property(), header == null);
    Constraints.apply(member, value);
    if (header != null) {
      Constraints.mirror(header, value);
      mirrors = true;
    }
    JsonNode absent = member.defaultValue();
    if (absent != null) {
      Constraints.checkDefault(absent, value);
    }
    ObjectNode schema = member.acceptsNull() && header == null ? nullable(value) : value;
    put(schema, member.title(), member.description());
    if (absent != null) {
      schema.set("default", absent);
    }
    path.leave();
    return schema;
  }

  private ObjectNode array(TypeUse use, @Nullable BeanProperty property) {
    path.enter("[]");
    ObjectNode schema = ofType("array");
    schema.set("items", element(use.content(), property));
    if (Set.class.isAssignableFrom(use.type().getRawClass()) && isPlain(use.content().type())) {
      schema.put("uniqueItems", true);
    }
    path.leave();
    return schema;
  }

  /** Whether two values of the type are equal exactly when their JSON is. */
  private static boolean isPlain(JavaType type) {
    Leaf leaf = LeafTypes.find(type.getRawClass());
    if (leaf == null) {
      return type.isEnumType();
    }
    return switch (leaf.kind()) {
      case STRING, INTEGER, BOOLEAN -> true;
      case NUMBER, OBJECT, ARRAY, ANY -> false;
    };
  }

  private ObjectNode map(TypeUse use, @Nullable BeanProperty property) {
    ObjectNode schema = ofType("object");
    JavaType key = use.type().getKeyType();
    if (key.isEnumType()) {
      ArrayNode names = schema.putObject("propertyNames").putArray("enum");
      view.keys(key).forEach(names::add);
    } else if (key.hasRawClass(UUID.class)) {
      schema.putObject("propertyNames").put("format", "uuid");
    } else if (!key.hasRawClass(String.class) && !key.isJavaLangObject()) {
      throw new Undescribable("its keys must be String, UUID or an enum");
    }
    path.enter("{}");
    ObjectNode values = element(use.content(), property);
    path.leave();
    if (!values.isEmpty()) {
      schema.set("additionalProperties", values);
    }
    return schema;
  }

  private ObjectNode enumeration(JavaType type) {
    List<JsonNode> constants = view.constants(type);
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    if (constants.stream().allMatch(JsonNode::isString)) {
      schema.put("type", "string");
    } else if (constants.stream().allMatch(JsonNode::isIntegralNumber)) {
      schema.put("type", "integer");
    }
    schema.putArray("enum").addAll(constants);
    return annotate(type, schema);
  }

  private ObjectNode annotate(JavaType type, ObjectNode schema) {
    AnnotatedClass annotations = view.classAnnotations(type);
    Title title = annotations.getAnnotation(Title.class);
    Description description = annotations.getAnnotation(Description.class);
    put(
        schema,
        title == null ? null : title.value(),
        description == null
            ? view.introspector().findClassDescription(view.config(), annotations)
            : description.value());
    return schema;
  }

  static void put(ObjectNode schema, @Nullable String title, @Nullable String description) {
    if (title != null) {
      schema.put("title", title);
    }
    if (description != null) {
      schema.put("description", description);
    }
  }

  private static ObjectNode nullable(ObjectNode schema) {
    if (schema.isEmpty()) {
      return schema;
    }
    ObjectNode nullable = JsonNodeFactory.instance.objectNode();
    JsonNode type = schema.get("type");
    boolean choice = schema.has("enum") || schema.has("anyOf") || schema.has("const");
    if (type != null && type.isString() && !choice) {
      nullable.putArray("type").add(type).add("null");
      schema.remove("type");
      return nullable.setAll(schema);
    }
    nullable.putArray("anyOf").add(schema).add(ofType("null"));
    return nullable;
  }

  private static ObjectNode ofType(String name) {
    return JsonNodeFactory.instance.objectNode().put("type", name);
  }

  private boolean isInput() {
    return view instanceof InputView;
  }
}
