/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import java.time.Duration;

/** A moment until which to wait. */
public final class Deadline {
  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /**
   * Makes one.
   *
   * @param atMost how long to wait from now on
   * @return the deadline
   */
  public static Deadline in(Duration atMost) {
    return new Deadline(System.nanoTime() + atMost.toNanos());
  }

  /**
   * Returns how long to wait from now on.
   *
   * @return the time, zero if it is up
   */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /**
   * Tells whether the time is up.
   *
   * @return whether nothing is left of it
   */
  public boolean isOver() {
    return left().isZero();
  }
}
