/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A URI that a template describes.
 *
 * @param uri the URI as the client sent it
 * @param variables the decoded variables; chosen by the client
 */
public record TemplateMatch(String uri, Map<String, String> variables) {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   * @param variables copied
   */
  public TemplateMatch {
    Objects.requireNonNull(uri, "uri");
    variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
  }

  /**
   * Returns a variable that every URI of the template has.
   *
   * @param variable its name
   * @return its decoded value, chosen by the client
   * @throws IllegalArgumentException if the URI does not have it
   */
  public String get(String variable) {
    String value = variables.get(variable);
    if (value == null) {
      throw new IllegalArgumentException("the URI has no variable " + variable);
    }
    return value;
  }

  /**
   * Returns a variable that a URI of the template may lack, because it stands in {@code {;…}},
   * {@code {?…}} or {@code {&…}}.
   *
   * @param variable its name
   * @return its decoded value, chosen by the client, or null
   */
  public @Nullable String find(String variable) {
    return variables.get(variable);
  }
}
