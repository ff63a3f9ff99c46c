/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.json;

import java.io.OutputStream;
import java.util.Arrays;

/**
 * Collects what a generator writes. A generator writes a short text at once, so the first part gets
 * an array of its size.
 */
final class ByteSink extends OutputStream {
  /** Room for what follows a long string. */
  private static final int ROOM = 512;

  private static final byte[] NONE = {};

  private byte[] bytes = NONE;
  private int size;

  @Override
  public void write(int value) {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    if (size == 0) {
      bytes = Arrays.copyOfRange(source, offset, offset + length);
    } else {
      reserve(length);
      System.arraycopy(source, offset, bytes, size, length);
    }
    size += length;
  }

  private void reserve(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      long roomy = Math.max(2L * size, (long) needed + ROOM);
      bytes = Arrays.copyOf(bytes, (int) Math.min(roomy, Integer.MAX_VALUE - 8));
    }
  }

  /** Returns what was written. Nothing can be written afterwards. */
  byte[] toByteArray() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }
}
