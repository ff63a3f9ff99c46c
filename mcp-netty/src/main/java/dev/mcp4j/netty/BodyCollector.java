/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects a body up to a size. Takes memory only for bytes that have arrived. */
final class BodyCollector {
  private static final byte[] NOTHING = {};

  private final int maxBytes;
  private byte[] bytes = NOTHING;
  private int count;
  private boolean tooLarge;

  BodyCollector(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  void add(ByteBuf piece) {
    int length = piece.readableBytes();
    if (tooLarge || length > maxBytes - count) {
      tooLarge = true;
      bytes = NOTHING;
      return;
    }
    if (length > bytes.length - count) {
      long wanted = Math.max(count + (long) length, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, maxBytes));
    }
    piece.getBytes(piece.readerIndex(), bytes, count, length);
    count += length;
  }

  boolean isTooLarge() {
    return tooLarge;
  }

  /** Returns the body, or null if it is too large. */
  byte @Nullable [] body() {
    if (tooLarge) {
      return null;
    }
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }
}
