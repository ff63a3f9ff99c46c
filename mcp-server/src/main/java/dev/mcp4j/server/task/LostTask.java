/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

/**
 * Leaves a handler that works on a task it does not hold any more. An {@link Error}, so that {@code
 * catch (Exception)} lets it pass; without stack, because it is no failure.
 */
final class LostTask extends Error {
  private static final long serialVersionUID = 1L;

  LostTask() {
    super("the task was ended or taken over by another worker", null, false, false);
  }
}
