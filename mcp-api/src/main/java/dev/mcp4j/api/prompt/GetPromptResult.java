/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.prompt;

import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a prompt.
 *
 * <p>Specification 2026-07-28: server/prompts, Getting a Prompt.
 *
 * @param description what it is, for people and models; null if absent
 * @param messages the messages
 * @param meta the metadata of the result
 */
public record GetPromptResult(
    @Nullable String description, List<PromptMessage> messages, ResultMeta meta) implements Result {
  /**
   * Checks and copies the components.
   *
   * @param description may be null
   * @param messages copied; no null elements
   * @param meta not null
   */
  public GetPromptResult {
    messages = List.copyOf(messages);
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public GetPromptResult withMeta(ResultMeta meta) {
    return new GetPromptResult(description, messages, meta);
  }
}
