/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says what a peer must have for a property to make sense. Without it, the property is skipped. */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  /**
   * Returns the needed features.
   *
   * @return all of them are needed
   */
  Feature[] value() default {};

  /**
   * Returns the needed tools of the fixture contract.
   *
   * @return their names; all of them are needed
   */
  String[] tools() default {};

  /**
   * Returns what the driver of a client must be able to do.
   *
   * @return names of abilities; all of them are needed
   */
  String[] abilities() default {};
}
