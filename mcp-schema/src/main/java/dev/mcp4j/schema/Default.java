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
 * The value a component gets when the caller leaves it out: the {@code default} keyword.
 *
 * <p>Such a component is not required, and binding fills the value in, so the constructor never
 * sees it missing:
 *
 * <pre>{@code
 * record Search(String query, @Default("10") int limit, @Default("NEWEST") Sort sort) {}
 * }</pre>
 *
 * <p>A default that does not bind to the component, or lies outside its bounds, is refused when the
 * schema is generated.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface Default {

  /**
   * The value: the text itself for a component that is written as a JSON string ({@code String}, an
   * enum, a date), otherwise JSON.
   *
   * @return the default
   */
  String value();
}
