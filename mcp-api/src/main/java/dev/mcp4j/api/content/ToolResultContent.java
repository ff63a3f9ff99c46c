/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The result of a tool call that a model wanted.
 *
 * <p>Specification 2026-07-28: client/sampling, Tool Results.
 *
 * @param toolUseId the id of the tool use
 * @param content what the tool returned
 * @param structuredContent the structured result; null if absent
 * @param isError whether the tool failed; null if not said, which means no
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record ToolResultContent(
    String toolUseId,
    List<ContentBlock> content,
    @Nullable JsonNode structuredContent,
    @Nullable Boolean isError,
    JsonObject meta)
    implements SamplingMessageContentBlock {
  /**
   * Checks and copies the components.
   *
   * @param toolUseId not null
   * @param content copied; no null elements
   * @param structuredContent may be null
   * @param isError may be null
   * @param meta not null
   */
  public ToolResultContent {
    Objects.requireNonNull(toolUseId, "toolUseId");
    content = List.copyOf(content);
    Objects.requireNonNull(meta, "meta");
  }
}
