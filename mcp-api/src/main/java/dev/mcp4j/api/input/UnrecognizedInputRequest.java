/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.input;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;

/**
 * A question of a method this version does not know, kept as it came.
 *
 * @param method the method
 * @param json the whole object, including its {@code method}
 */
public record UnrecognizedInputRequest(String method, JsonObject json) implements InputRequest {
  /**
   * Checks and copies the components.
   *
   * @param method not null
   * @param json not null
   */
  public UnrecognizedInputRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(json, "json");
  }
}
