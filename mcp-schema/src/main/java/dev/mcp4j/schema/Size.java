/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long a string, an array or a map may be, both bounds inclusive: {@code minLength} and {@code
 * maxLength} in Unicode code points, {@code minItems} and {@code maxItems} in elements, {@code
 * minProperties} and {@code maxProperties} in entries.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Size {

  /**
   * The least size allowed.
   *
   * @return the lower bound, not negative
   */
  int min() default 0;

  /**
   * The greatest size allowed.
   *
   * @return the upper bound, by default none
   */
  int max() default Integer.MAX_VALUE;
}
