/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a user typed so far.
 *
 * @param value what was typed for the argument in question; may be empty
 * @param resolved the arguments that already have a value
 * @param caller who types
 */
public record CompletionQuery(String value, Map<String, String> resolved, Caller caller) {
  /**
   * Checks and copies the components.
   *
   * @param value not null
   * @param resolved copied
   * @param caller not null
   */
  public CompletionQuery {
    Objects.requireNonNull(value, "value");
    resolved = Collections.unmodifiableMap(new LinkedHashMap<>(resolved));
    Objects.requireNonNull(caller, "caller");
  }
}
