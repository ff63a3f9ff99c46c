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
 * The regular expression a string must match somewhere: the {@code pattern} keyword. Anchor it with
 * {@code ^} and {@code $} to match the whole string.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Pattern {

  /**
   * The expression, in the dialect of ECMA-262 that {@code java.util.regex} shares.
   *
   * @return the expression
   */
  String value();
}
