/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.event.Level;

/**
 * What happens to the standard error of a server process. It is read in any case, so that the
 * process never blocks on it, and its end is kept for the exception that reports an exit.
 */
public sealed interface StderrPolicy {
  /**
   * Logs each line under the name {@code dev.mcp4j.client.stderr}. What a server writes there need
   * not be an error.
   *
   * @param level at which level
   */
  record Log(Level level) implements StderrPolicy {
    /**
     * Checks the component.
     *
     * @param level not null
     */
    public Log {
      Objects.requireNonNull(level, "level");
    }
  }

  /** Lets the process write to the standard error of this one. Its end is not kept then. */
  record Inherit() implements StderrPolicy {}

  /** Throws it away. */
  record Discard() implements StderrPolicy {}

  /**
   * Hands the bytes on in the pieces they are read in.
   *
   * @param consumer called by the thread that reads; its array is its own. If it throws, it is not
   *     called again
   */
  record Consume(Consumer<byte[]> consumer) implements StderrPolicy {
    /**
     * Checks the component.
     *
     * @param consumer not null
     */
    public Consume {
      Objects.requireNonNull(consumer, "consumer");
    }
  }
}
