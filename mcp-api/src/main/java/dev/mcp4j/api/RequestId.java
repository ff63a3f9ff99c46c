/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The id that ties a response to its request: a string or an integer, kept exactly. {@code 1} and
 * {@code "1"} differ.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * <p>Specification 2026-07-28: basic, Requests.
 */
public final class RequestId extends StringOrInteger {
  private RequestId(Object value) {
    super(value);
  }

  /**
   * Makes one of a string.
   *
   * @param value the string, possibly empty
   * @return the value
   */
  public static RequestId of(String value) {
    return new RequestId(value);
  }

  /**
   * Makes one of an integer.
   *
   * @param value the integer
   * @return the value
   */
  public static RequestId of(long value) {
    return new RequestId(value);
  }

  /**
   * Makes one of an integer of any size.
   *
   * @param value the integer
   * @return the value, equal to that of the same long if it fits one
   */
  public static RequestId of(BigInteger value) {
    return new RequestId(canonical(value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RequestId that && sameValue(that);
  }
}
