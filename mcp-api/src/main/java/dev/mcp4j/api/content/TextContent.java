/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Text.
 *
 * <p>Specification 2026-07-28: schema, TextContent.
 *
 * @param text the text
 * @param annotations hints for the reader; null if absent
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record TextContent(String text, @Nullable Annotations annotations, JsonObject meta)
    implements ContentBlock, SamplingMessageContentBlock {
  /**
   * Checks and copies the components.
   *
   * @param text not null
   * @param annotations may be null
   * @param meta not null
   */
  public TextContent {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes plain text.
   *
   * @param text the text
   * @return the content, without annotations or metadata
   */
  public static TextContent of(String text) {
    return new TextContent(text, null, JsonObject.EMPTY);
  }
}
