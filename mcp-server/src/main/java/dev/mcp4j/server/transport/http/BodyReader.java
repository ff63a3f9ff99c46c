/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads bodies up to a size. Takes memory only for bytes that have arrived. As much as the size of
 * a body that is too large is thrown away, so that most clients come to read why they are refused.
 */
final class BodyReader {
  static final long UNKNOWN_LENGTH = -1;

  private static final int FIRST_PIECE = 16 << 10;

  /** As much memory as somebody gets who announces a body and sends nothing. */
  private static final int FIRST_PIECE_ANNOUNCED = 64 << 10;

  private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

  private final int maxBytes;

  BodyReader(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * Reads a body to its end.
   *
   * @param in the body
   * @param length its length as announced, or {@link #UNKNOWN_LENGTH}
   * @return the body, or null if it is too large
   * @throws EOFException if it ends before the length announced
   * @throws IOException if it cannot be read
   */
  byte @Nullable [] read(InputStream in, long length) throws IOException {
    if (length > maxBytes) {
      discard(in);
      return null;
    }
    // One byte more than allowed shows that a body of unknown length is too large.
    int most = (int) (length == UNKNOWN_LENGTH ? Math.min(maxBytes + 1L, LARGEST_ARRAY) : length);
    byte[] bytes =
        new byte[Math.min(most, length == UNKNOWN_LENGTH ? FIRST_PIECE : FIRST_PIECE_ANNOUNCED)];
    int count = 0;
    while (count < most) {
      if (count == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * bytes.length));
      }
      int n = in.read(bytes, count, bytes.length - count);
      if (n < 0) {
        break;
      }
      count += n;
    }
    if (count > maxBytes) {
      discard(in);
      return null;
    }
    if (length != UNKNOWN_LENGTH && count < length) {
      throw new EOFException("the body ended after " + count + " of " + length + " bytes");
    }
    return count == bytes.length ? bytes : Arrays.copyOf(bytes, count);
  }

  private void discard(InputStream in) throws IOException {
    byte[] discarded = new byte[FIRST_PIECE];
    int left = maxBytes;
    int n = 0;
    while (left > 0 && n >= 0) {
      n = in.read(discarded, 0, Math.min(left, discarded.length));
      left -= n;
    }
  }
}
