/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import dev.mcp4j.jsonrpc.scan.ByteScan;
import java.util.Objects;

/**
 * Checks that bytes are UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing
 * above U+10FFFF, no sequence cut short.
 *
 * <p>JSON parsers are laxer than that, and some guess other encodings, so the reader of a message
 * asks here first.
 */
public final class Utf8 {

  private static final int GUESSED_FROM = 4;

  private Utf8() {}

  /**
   * Finds the first byte that is not part of well-formed UTF-8.
   *
   * @param bytes holds the bytes
   * @param offset index of the first byte to check
   * @param length number of bytes to check, 0 or more
   * @return the index in {@code bytes} where the first malformed sequence begins, or -1 if all is
   *     well-formed
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public static int indexOfInvalid(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int end = offset + length;
    int i = ByteScan.indexOfNonAscii(bytes, offset, end);
    while (i < end) {
      if (bytes[i] >= 0) {
        i = ByteScan.indexOfNonAscii(bytes, i, end);
        continue;
      }
      int sequence = sequenceLength(bytes, i, end);
      if (sequence == 0) {
        return i;
      }
      i += sequence;
    }
    return -1;
  }

  /**
   * Finds the first byte that keeps a JSON text from being read as UTF-8: what {@link
   * #indexOfInvalid} finds, a byte order mark, and a NUL among the first four bytes, which would
   * make a parser guess UTF-16 or UTF-32.
   *
   * @param bytes holds the JSON text
   * @param offset index of its first byte
   * @param length number of its bytes, 0 or more
   * @return the index in {@code bytes} of the first such byte, or -1 if there is none
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public static int indexOfInvalidJson(byte[] bytes, int offset, int length) {
    int invalid = indexOfInvalid(bytes, offset, length);
    if (startsWithByteOrderMark(bytes, offset, length)) {
      return offset;
    }
    int guessEnd = offset + Math.min(length, GUESSED_FROM);
    for (int i = offset; i < guessEnd && i != invalid; i++) {
      if (bytes[i] == 0) {
        return i;
      }
    }
    return invalid;
  }

  private static boolean startsWithByteOrderMark(byte[] bytes, int offset, int length) {
    return length >= 3
        && bytes[offset] == (byte) 0xEF
        && bytes[offset + 1] == (byte) 0xBB
        && bytes[offset + 2] == (byte) 0xBF;
  }

  /** Returns the length of the well-formed sequence that begins at {@code i}, or 0. */
  private static int sequenceLength(byte[] bytes, int i, int end) {
    int lead = bytes[i] & 0xFF;
    if (lead < 0xC2) {
      return 0;
    }
    if (lead < 0xE0) {
      return continues(bytes, i + 1, end, 0x80, 0xBF) ? 2 : 0;
    }
    if (lead < 0xF0) {
      int low = lead == 0xE0 ? 0xA0 : 0x80;
      int high = lead == 0xED ? 0x9F : 0xBF;
      return continues(bytes, i + 1, end, low, high) && continues(bytes, i + 2, end, 0x80, 0xBF)
          ? 3
          : 0;
    }
    if (lead < 0xF5) {
      int low = lead == 0xF0 ? 0x90 : 0x80;
      int high = lead == 0xF4 ? 0x8F : 0xBF;
      return continues(bytes, i + 1, end, low, high)
              && continues(bytes, i + 2, end, 0x80, 0xBF)
              && continues(bytes, i + 3, end, 0x80, 0xBF)
          ? 4
          : 0;
    }
    return 0;
  }

  private static boolean continues(byte[] bytes, int i, int end, int low, int high) {
    return i < end && (bytes[i] & 0xFF) >= low && (bytes[i] & 0xFF) <= high;
  }
}
