/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Duration;
import java.util.Objects;

/** One thing that goes wrong. */
sealed interface Fault {
  record Cut(long position) implements Fault {
    public Cut {
      require(position >= 0, "the position must not be negative: " + position);
    }

    @Override
    public String toString() {
      return "cut at byte " + position;
    }
  }

  record Split(int bytes) implements Fault {
    public Split {
      require(bytes >= 1, "a piece has at least one byte, not " + bytes);
    }

    @Override
    public String toString() {
      return "split into pieces of %d bytes at most".formatted(bytes);
    }
  }

  record Delay(long position, Duration by, ManualClock clock) implements Fault {
    public Delay {
      require(position >= 0, "the position must not be negative: " + position);
      require(!by.isNegative(), "the delay must not be negative: " + by);
      Objects.requireNonNull(clock, "clock");
    }

    @Override
    public String toString() {
      return "delayed from byte %d on by %s".formatted(position, by);
    }
  }

  record Repeat(int line) implements Fault {
    public Repeat {
      require(line >= 1, "lines count from 1: " + line);
    }

    @Override
    public String toString() {
      return "line %d repeated".formatted(line);
    }
  }

  record Garble(long position, int bit) implements Fault {
    public Garble {
      require(position >= 0, "the position must not be negative: " + position);
      require(bit >= 0 && bit < 8, "a byte has bits 0 to 7, not " + bit);
    }

    @Override
    public String toString() {
      return "bit %d of byte %d flipped".formatted(bit, position);
    }
  }

  record Silence(long position) implements Fault {
    public Silence {
      require(position >= 0, "the position must not be negative: " + position);
    }

    @Override
    public String toString() {
      return "silent from byte " + position;
    }
  }

  record Slow(int bytes, Duration period, ManualClock clock) implements Fault {
    public Slow {
      require(bytes >= 1, "a period has at least one byte, not " + bytes);
      require(
          !period.isNegative() && !period.isZero(), "the period must be more than zero: " + period);
      Objects.requireNonNull(clock, "clock");
    }

    @Override
    public String toString() {
      return "%d bytes read in %s".formatted(bytes, period);
    }
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
