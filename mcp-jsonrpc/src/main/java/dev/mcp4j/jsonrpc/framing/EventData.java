/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import org.jspecify.annotations.Nullable;

/**
 * The data of the event being read: borrowed from the caller while it is a single line, copied when
 * it gets a second one or outlives the call.
 */
final class EventData {

  private final ByteAccumulator collected = new ByteAccumulator();
  private @Nullable ByteSlice borrowed;
  private boolean present;

  /** Tells whether there is a line, be it an empty one. */
  boolean isPresent() {
    return present;
  }

  /** Returns how many bytes there would be with one more line of {@code length} bytes. */
  long sizeWith(int length) {
    long before = borrowed != null ? borrowed.length() : collected.size();
    return present ? before + 1 + length : length;
  }

  void addLine(ByteSlice line) {
    if (present) {
      keep();
      collected.append((byte) '\n');
      collected.append(line.array(), line.offset(), line.length());
    } else {
      borrowed = line;
      present = true;
    }
  }

  /** Copies what is borrowed, so that its owner can overwrite it. */
  void keep() {
    if (borrowed != null) {
      collected.append(borrowed.array(), borrowed.offset(), borrowed.length());
      borrowed = null;
    }
  }

  /** Empties this. The slice returned is good until the next {@code addLine} or {@code keep}. */
  ByteSlice take() {
    ByteSlice taken = borrowed != null ? borrowed : collected.take();
    clear();
    return taken;
  }

  void clear() {
    collected.clear();
    borrowed = null;
    present = false;
  }
}
