/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.testkit.Over;
import java.util.Objects;

/**
 * One run of a {@link McpTest}.
 *
 * @param over how the server is reached
 * @param revision which revision is spoken, one of {@link dev.mcp4j.api.ProtocolVersion}
 */
public record McpTestRun(Over over, String revision) {
  /**
   * Checks the components.
   *
   * @param over not null
   * @param revision not null
   */
  public McpTestRun {
    Objects.requireNonNull(over, "over");
    Objects.requireNonNull(revision, "revision");
  }

  /**
   * Returns the name of the run.
   *
   * @return for example {@code over HTTP, 2026-07-28}
   */
  @Override
  public String toString() {
    return over + ", " + revision;
  }
}
