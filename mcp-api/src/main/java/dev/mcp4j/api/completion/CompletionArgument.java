/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

import java.util.Objects;

/**
 * The argument being typed.
 *
 * <p>Specification 2026-07-28: server/utilities/completion.
 *
 * @param name the name of the argument
 * @param value what was typed so far
 */
public record CompletionArgument(String name, String value) {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param value not null
   */
  public CompletionArgument {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
  }
}
