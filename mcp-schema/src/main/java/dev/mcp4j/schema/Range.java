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
 * The bounds of a number, both inclusive: the keywords {@code minimum} and {@code maximum}.
 *
 * <p>Applies to every number type, and to the number inside an {@code Optional}. The bounds are
 * exact up to 2<sup>53</sup>. On an integer type they must be whole and within the type.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Range {

  /**
   * The least value allowed.
   *
   * @return the lower bound, by default none
   */
  double min() default Double.NEGATIVE_INFINITY;

  /**
   * The greatest value allowed.
   *
   * @return the upper bound, by default none
   */
  double max() default Double.POSITIVE_INFINITY;
}
