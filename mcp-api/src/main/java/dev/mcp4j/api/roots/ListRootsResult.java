/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.roots;

import dev.mcp4j.api.input.InputResponse;
import java.util.List;

/**
 * The folders the client works on.
 *
 * <p>Specification 2026-07-28: client/roots.
 *
 * @param roots the folders
 */
public record ListRootsResult(List<Root> roots) implements InputResponse {
  /**
   * Checks and copies the components.
   *
   * @param roots copied; no null elements
   */
  public ListRootsResult {
    roots = List.copyOf(roots);
  }
}
