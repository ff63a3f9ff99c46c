/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A prompt, by name.
 *
 * <p>Specification 2026-07-28: schema, PromptReference.
 *
 * @param name the name of the prompt
 * @param title the name for display; null if absent
 */
public record PromptReference(String name, @Nullable String title) implements Reference {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param title may be null
   */
  public PromptReference {
    Objects.requireNonNull(name, "name");
  }
}
