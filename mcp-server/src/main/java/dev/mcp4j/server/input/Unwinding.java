/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

/**
 * Leaves a handler whose question has no answer yet. An {@link Error}, so that {@code catch
 * (Exception)} lets it pass; without stack, because it is no failure.
 */
final class Unwinding extends Error {
  private static final long serialVersionUID = 1L;
  private static final int MAX_CAUSES = 64;

  private final transient Chain chain;

  Unwinding(Chain chain) {
    super("a question waits for its answer", null, false, false);
    this.chain = chain;
  }

  /** Whether a throwable is this, or comes from this on another thread, for a chain. */
  static boolean leaves(Chain chain, Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause instanceof Unwinding unwinding && unwinding.chain == chain) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
