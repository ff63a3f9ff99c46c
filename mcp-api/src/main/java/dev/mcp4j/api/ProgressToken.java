/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The token that ties progress to the request that wants it: a string or an integer, kept exactly.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * <p>Specification 2026-07-28: basic/patterns/progress.
 */
public final class ProgressToken extends StringOrInteger {
  private ProgressToken(Object value) {
    super(value);
  }

  /**
   * Makes one of a string.
   *
   * @param value the string, possibly empty
   * @return the value
   */
  public static ProgressToken of(String value) {
    return new ProgressToken(value);
  }

  /**
   * Makes one of an integer.
   *
   * @param value the integer
   * @return the value
   */
  public static ProgressToken of(long value) {
    return new ProgressToken(value);
  }

  /**
   * Makes one of an integer of any size.
   *
   * @param value the integer
   * @return the value, equal to that of the same long if it fits one
   */
  public static ProgressToken of(BigInteger value) {
    return new ProgressToken(canonical(value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProgressToken that && sameValue(that);
  }
}
