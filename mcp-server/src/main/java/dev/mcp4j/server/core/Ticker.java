/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

/**
 * Monotonic time, and a beat that drives whatever has to happen without being asked: timeouts,
 * heartbeats, delivery of coalesced changes. One beat serves the whole server; no request has a
 * timer of its own.
 *
 * <p>Implementations are safe for use by several threads.
 */
public interface Ticker {
  /**
   * Returns the time.
   *
   * @return nanoseconds since some fixed moment; only differences mean something
   */
  long now();

  /**
   * Calls a task at every beat from now on.
   *
   * @param task the task
   * @return ends that
   */
  Registration add(Task task);

  /** Something that happens at a beat. */
  @FunctionalInterface
  interface Task {
    /**
     * Takes a beat. Must not block: the other tasks wait for it.
     *
     * @param now the time
     */
    void tick(long now);
  }

  /** The place of a task. */
  @FunctionalInterface
  interface Registration {
    /** Ends the calls. Idempotent; a beat under way may still reach the task. */
    void remove();
  }
}
