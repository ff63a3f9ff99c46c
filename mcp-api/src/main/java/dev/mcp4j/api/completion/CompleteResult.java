/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.completion;

import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import java.util.Objects;

/**
 * Suggested values for an argument.
 *
 * <p>Specification 2026-07-28: server/utilities/completion.
 *
 * @param completion the suggestions
 * @param meta the metadata of the result
 */
public record CompleteResult(Completion completion, ResultMeta meta) implements Result {
  /**
   * Checks and copies the components.
   *
   * @param completion not null
   * @param meta not null
   */
  public CompleteResult {
    Objects.requireNonNull(completion, "completion");
    Objects.requireNonNull(meta, "meta");
  }

  @Override
  public CompleteResult withMeta(ResultMeta meta) {
    return new CompleteResult(completion, meta);
  }
}
