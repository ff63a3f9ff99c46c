/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;

/** Keeps the last bytes of a stream. Safe for use by several threads. */
final class ByteRing {
  private final ReentrantLock lock = new ReentrantLock();
  private final byte[] bytes;
  private long written;

  ByteRing(int capacity) {
    bytes = new byte[capacity];
  }

  void write(byte[] source, int length) {
    lock.lock();
    try {
      int from = Math.max(0, length - bytes.length);
      written += from;
      for (int i = from; i < length; i++) {
        bytes[(int) (written++ % bytes.length)] = source[i];
      }
    } finally {
      lock.unlock();
    }
  }

  /** What is kept, read as UTF-8; a character cut at the beginning is left out. */
  String text() {
    lock.lock();
    try {
      int size = (int) Math.min(written, bytes.length);
      int start = (int) ((written - size) % bytes.length);
      byte[] ordered = new byte[size];
      for (int i = 0; i < size; i++) {
        ordered[i] = bytes[(start + i) % bytes.length];
      }
      int first = 0;
      while (written > size && first < size && (ordered[first] & 0xC0) == 0x80) {
        first++;
      }
      return new String(Arrays.copyOfRange(ordered, first, size), StandardCharsets.UTF_8);
    } finally {
      lock.unlock();
    }
  }
}
