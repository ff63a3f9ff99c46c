/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;

/**
 * A model wants a tool called.
 *
 * <p>Specification 2026-07-28: client/sampling, Tool Use.
 *
 * @param id the id that the result refers to
 * @param name the name of the tool
 * @param input the arguments
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record ToolUseContent(String id, String name, JsonObject input, JsonObject meta)
    implements SamplingMessageContentBlock {
  /**
   * Checks and copies the components.
   *
   * @param id not null
   * @param name not null
   * @param input not null
   * @param meta not null
   */
  public ToolUseContent {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(input, "input");
    Objects.requireNonNull(meta, "meta");
  }
}
