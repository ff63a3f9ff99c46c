/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.prompt;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An argument of a prompt.
 *
 * <p>Specification 2026-07-28: server/prompts, Prompt.
 *
 * @param name the name
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param required whether it must be given; null means no
 */
public record PromptArgument(
    String name, @Nullable String title, @Nullable String description, @Nullable Boolean required) {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param title may be null
   * @param description may be null
   * @param required may be null
   */
  public PromptArgument {
    Objects.requireNonNull(name, "name");
  }
}
