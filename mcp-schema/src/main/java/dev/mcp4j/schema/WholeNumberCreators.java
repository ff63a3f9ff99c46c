/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.node.DecimalNode;

/**
 * Lets an object that is made of an integer also be made of a whole number written with a fraction
 * or an exponent, such as {@code 1.0}.
 */
final class WholeNumberCreators extends ValueInstantiators.Base {

  @Override
  public ValueInstantiator modifyValueInstantiator(
      DeserializationConfig config, BeanDescription.Supplier bean, ValueInstantiator plain) {
    boolean takesIntegers =
        plain.canCreateFromInt() || plain.canCreateFromLong() || plain.canCreateFromBigInteger();
    boolean takesFractions = plain.canCreateFromDouble() || plain.canCreateFromBigDecimal();
    return takesIntegers && !takesFractions ? new Whole(plain) : plain;
  }

  private static final class Whole extends ValueInstantiator.Delegating {

    private static final long serialVersionUID = 1L;

    Whole(ValueInstantiator plain) {
      super(plain);
    }

    @Override
    public ValueInstantiator createContextual(
        DeserializationContext context, BeanDescription.Supplier bean) {
      return new Whole(delegate().createContextual(context, bean));
    }

    @Override
    public Object createFromDouble(DeserializationContext context, double value) {
      return createFromBigDecimal(context, BigDecimal.valueOf(value));
    }

    @Override
    public Object createFromBigDecimal(DeserializationContext context, BigDecimal value) {
      if (!ExactNumbers.isWhole(value)) {
        return context.reportInputMismatch(BigInteger.class, "not a whole number");
      }
      // The node, unlike the number, refuses to grow a small exponent into megabytes of digits.
      BigInteger whole = DecimalNode.valueOf(value).bigIntegerValue();
      if (whole.bitLength() < Integer.SIZE) {
        return createFromInt(context, whole.intValue());
      }
      return whole.bitLength() < Long.SIZE
          ? createFromLong(context, whole.longValue())
          : createFromBigInteger(context, whole);
    }
  }
}
