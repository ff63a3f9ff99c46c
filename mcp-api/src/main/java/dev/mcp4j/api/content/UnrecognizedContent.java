/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;

/**
 * Content of a type this version does not know, kept as it came.
 *
 * @param json the whole object, including its {@code type}
 */
public record UnrecognizedContent(JsonObject json)
    implements ContentBlock, SamplingMessageContentBlock {
  /**
   * Checks and copies the components.
   *
   * @param json not null
   */
  public UnrecognizedContent {
    Objects.requireNonNull(json, "json");
  }
}
