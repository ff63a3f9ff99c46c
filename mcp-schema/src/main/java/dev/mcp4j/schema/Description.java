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
 * What a type or a component of it means, in words for the model and the person who read the
 * schema: the {@code description} keyword.
 *
 * <p>On a component it wins over the description of the component's type, and over Jackson's
 * {@code @JsonPropertyDescription} and {@code @JsonClassDescription}, which are honoured as well.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER,
  ElementType.TYPE
})
public @interface Description {

  /**
   * The text, in one language, without markup.
   *
   * @return the description
   */
  String value();
}
