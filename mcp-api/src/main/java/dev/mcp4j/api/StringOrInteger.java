/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A value that is a string or an integer on the wire, and keeps which, exactly. */
abstract sealed class StringOrInteger permits RequestId, ProgressToken {
  /** A {@link String}, a {@link Long}, or a {@link BigInteger} that does not fit a long. */
  private final Object value;

  StringOrInteger(Object value) {
    this.value = Objects.requireNonNull(value, "value");
  }

  static Object canonical(BigInteger value) {
    return value.bitLength() < Long.SIZE ? (Object) value.longValue() : value;
  }

  /**
   * Tells whether this is a string.
   *
   * @return true for a string, false for an integer
   */
  public final boolean isString() {
    return value instanceof String;
  }

  /**
   * Tells whether this is an integer that fits a long.
   *
   * @return true if {@link #longValue()} can be called
   */
  public final boolean isLong() {
    return value instanceof Long;
  }

  /**
   * Returns the integer.
   *
   * @return the value
   * @throws IllegalStateException if this is a string, or an integer beyond the range of a long
   */
  public final long longValue() {
    if (value instanceof Long number) {
      return number;
    }
    throw new IllegalStateException("not a long: " + value);
  }

  /**
   * Returns the text: the string itself, or the integer in decimal digits. Different values may
   * have the same text.
   *
   * @return the text
   */
  public final String text() {
    return value.toString();
  }

  final boolean sameValue(StringOrInteger other) {
    return value.equals(other.value);
  }

  @Override
  public abstract boolean equals(@Nullable Object other);

  @Override
  public final int hashCode() {
    return value.hashCode();
  }

  /**
   * Returns the JSON form, for messages and logs.
   *
   * @return a quoted string or decimal digits
   */
  @Override
  public final String toString() {
    return isString() ? '"' + text() + '"' : text();
  }
}
