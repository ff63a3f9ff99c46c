/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Names a task for one caller. To another principal the same id names nothing.
 *
 * @param id the id, as the client knows it
 * @param principal who owns the task; null for a caller nobody authenticated
 */
public record TaskKey(String id, @Nullable String principal) {
  /**
   * Checks the components.
   *
   * @param id not null
   * @param principal may be null
   */
  public TaskKey {
    Objects.requireNonNull(id, "id");
  }
}
