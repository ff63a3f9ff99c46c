/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.ext.jdk8.OptionalIntDeserializer;
import tools.jackson.databind.ext.jdk8.OptionalLongDeserializer;
import tools.jackson.databind.jsontype.TypeDeserializer;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.ReferenceType;

/**
 * Lets a whole number written with a fraction or an exponent, such as {@code 1.0}, bind to an
 * integer type, and refuses any other fraction, which Jackson would cut off.
 */
final class ExactNumbers extends ValueDeserializerModifier {

  private static final long serialVersionUID = 1L;

  private static final Set<Class<?>> INTEGERS =
      Set.of(
          byte.class,
          Byte.class,
          short.class,
          Short.class,
          int.class,
          Integer.class,
          long.class,
          Long.class,
          BigInteger.class);

  @Override
  public ValueDeserializer<?> modifyDeserializer(
      DeserializationConfig config,
      BeanDescription.Supplier type,
      ValueDeserializer<?> deserializer) {
    return INTEGERS.contains(type.getBeanClass()) ? new Whole(deserializer) : deserializer;
  }

  @Override
  public ValueDeserializer<?> modifyArrayDeserializer(
      DeserializationConfig config,
      ArrayType type,
      BeanDescription.Supplier bean,
      ValueDeserializer<?> deserializer) {
    JavaType element = type.getContentType();
    boolean integers = element.isPrimitive() && INTEGERS.contains(element.getRawClass());
    return integers ? new Whole(deserializer) : deserializer;
  }

  /** The optional integers, which Jackson hands to no modifier. */
  static final class Optionals extends Deserializers.Base {

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return type == OptionalInt.class || type == OptionalLong.class;
    }

    @Override
    public @Nullable ValueDeserializer<?> findReferenceDeserializer(
        ReferenceType type,
        DeserializationConfig config,
        BeanDescription.Supplier bean,
        @Nullable TypeDeserializer contentType,
        @Nullable ValueDeserializer<?> content) {
      if (type.hasRawClass(OptionalInt.class)) {
        return new Whole(new OptionalIntDeserializer());
      }
      return type.hasRawClass(OptionalLong.class)
          ? new Whole(new OptionalLongDeserializer())
          : null;
    }
  }

  private static final class Whole extends DelegatingDeserializer {

    Whole(ValueDeserializer<?> plain) {
      super(plain);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> plain) {
      return new Whole(plain);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      boolean plain = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
      return super.deserialize(plain ? parser : new WholeParser(parser, context), context);
    }
  }

  /** Hands out a floating-point number as an integer only when nothing is lost. */
  private static final class WholeParser extends JsonParserDelegate {

    private final DeserializationContext context;

    WholeParser(JsonParser parser, DeserializationContext context) {
      super(parser);
      this.context = context;
    }

    @Override
    public int getValueAsInt() {
      check();
      return super.getValueAsInt();
    }

    @Override
    public long getValueAsLong() {
      check();
      return super.getValueAsLong();
    }

    @Override
    public BigInteger getBigIntegerValue() {
      check();
      return super.getBigIntegerValue();
    }

    private void check() {
      if (currentToken() == JsonToken.VALUE_NUMBER_FLOAT && !isWhole(getDecimalValue())) {
        context.reportInputMismatch(BigInteger.class, "not a whole number");
      }
    }
  }

  static boolean isWhole(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
  }
}
