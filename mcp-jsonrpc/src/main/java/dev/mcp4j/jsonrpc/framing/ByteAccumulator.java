/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import java.util.Arrays;

/** Collects bytes in an array that grows, and lets go of it once it was unusually large. */
final class ByteAccumulator {

  private static final int FIRST_CAPACITY = 1024;
  private static final int KEPT_CAPACITY = 256 * 1024;
  private static final byte[] NONE = {};

  private byte[] bytes = NONE;
  private int size;

  int size() {
    return size;
  }

  void append(byte value) {
    reserve(1);
    bytes[size++] = value;
  }

  void append(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Empties this accumulator. The slice returned is good until the next {@code append}. */
  ByteSlice take() {
    ByteSlice taken = ByteSlice.of(bytes, 0, size);
    clear();
    return taken;
  }

  void clear() {
    size = 0;
    if (bytes.length > KEPT_CAPACITY) {
      bytes = NONE;
    }
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      long doubled = Math.max(FIRST_CAPACITY, 2L * bytes.length);
      bytes =
          Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(doubled, Integer.MAX_VALUE - 8)));
    }
  }
}
