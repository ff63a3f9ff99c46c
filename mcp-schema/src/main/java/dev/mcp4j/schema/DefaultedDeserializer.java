/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.type.LogicalType;

/**
 * The deserializer of a component with a {@link Default}: that of the component's type, which knows
 * in addition what an absent value stands for. It must be contextualized before use, because only
 * then is the component known.
 */
final class DefaultedDeserializer extends ValueDeserializer<Object> {

  private static final Set<LogicalType> TEXTUAL =
      EnumSet.of(
          LogicalType.Textual, LogicalType.Enum, LogicalType.DateTime, LogicalType.OtherScalar);

  private final String text;

  DefaultedDeserializer(String text) {
    this.text = text;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    JavaType type = property.getType();
    ValueDeserializer<Object> plain = context.findContextualValueDeserializer(type, property);
    return new Resolved(plain, context.findTypeDeserializer(type), parse(type, context));
  }

  @Override
  public Object deserialize(JsonParser parser, DeserializationContext context) {
    throw new IllegalStateException("a default outside a component");
  }

  private JsonNode parse(JavaType type, DeserializationContext context) {
    JavaType inner = type.isReferenceType() ? type.getContentType() : type;
    LogicalType kind = context.findNonContextualValueDeserializer(inner).logicalType();
    if (kind != null && TEXTUAL.contains(kind)) {
      return StringNode.valueOf(text);
    }
    try (JsonParser parser = context.tokenStreamFactory().createParser(context, text)) {
      JsonNode value = context.readTree(parser);
      if (parser.nextToken() == null) {
        return value;
      }
    } catch (JacksonException e) {
      throw notJson(e);
    }
    throw notJson(null);
  }

  private IllegalArgumentException notJson(@Nullable JacksonException cause) {
    return new IllegalArgumentException("@Default(\"" + text + "\") is not JSON", cause);
  }

  /** Ready for use: what is there is read as ever, what is absent is read from the default. */
  static final class Resolved extends DelegatingDeserializer {

    private final @Nullable TypeDeserializer typed;
    private final JsonNode value;

    Resolved(ValueDeserializer<?> plain, @Nullable TypeDeserializer typed, JsonNode value) {
      super(plain);
      this.typed = typed;
      this.value = value;
    }

    JsonNode value() {
      return value;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> plain) {
      return new Resolved(plain, typed, value);
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return this;
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
      try (JsonParser parser = context.treeAsTokens(value)) {
        parser.nextToken();
        return typed == null
            ? deserialize(parser, context)
            : deserializeWithType(parser, context, typed);
      }
    }
  }
}
