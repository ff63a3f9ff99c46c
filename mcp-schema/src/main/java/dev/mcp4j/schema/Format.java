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
 * The well-known form a string has, such as {@code email} or {@code hostname}: the {@code format}
 * keyword.
 *
 * <p>Formats of generated schemas are asserted, see {@link JsonSchemas#compileGenerated}; a name
 * that JSON Schema does not define is an annotation only.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Format {

  /**
   * The name of the format.
   *
   * @return the format
   */
  String value();
}
