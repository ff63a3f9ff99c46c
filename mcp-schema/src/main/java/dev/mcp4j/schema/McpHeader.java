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
 * Mirrors a tool parameter into the HTTP header {@code Mcp-Param-}<i>name</i>, so that
 * intermediaries can route on it without reading the body: the {@code x-mcp-header} keyword.
 *
 * <p>Allowed on components that are a JSON string, integer or boolean and that are reached from the
 * root through records alone. Such a component does not accept {@code null}, because the type of a
 * mirrored parameter must be a single primitive one. Header values are visible to everybody on the
 * way: never mirror a secret.
 *
 * @see HeaderParameters
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({
  ElementType.RECORD_COMPONENT,
  ElementType.FIELD,
  ElementType.METHOD,
  ElementType.PARAMETER
})
public @interface McpHeader {

  /**
   * The name without its prefix {@code Mcp-Param-}: an HTTP token, unique in the schema without
   * regard to case.
   *
   * @return the name
   */
  String value();
}
