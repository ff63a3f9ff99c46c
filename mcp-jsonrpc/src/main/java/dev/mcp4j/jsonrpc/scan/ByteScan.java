/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Searches in byte arrays, eight bytes at a time.
 *
 * <p>Each method returns the index of the first hit in {@code [from, to)}, or {@code to} if there
 * is none.
 */
public final class ByteScan {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';

  private ByteScan() {}

  /**
   * Finds a byte.
   *
   * @param wanted the byte, which is ASCII
   * @param bytes holds the bytes
   * @param from index of the first byte to look at
   * @param to index after the last one
   * @return the index of the first hit, or {@code to}
   */
  public static int indexOf(char wanted, byte[] bytes, int from, int to) {
    return indexOfEither(wanted, wanted, bytes, from, to);
  }

  /**
   * Finds a CR or an LF.
   *
   * @param bytes holds the bytes
   * @param from index of the first byte to look at
   * @param to index after the last one
   * @return the index of the first hit, or {@code to}
   */
  public static int indexOfLineEnd(byte[] bytes, int from, int to) {
    return indexOfEither('\r', '\n', bytes, from, to);
  }

  /**
   * Finds a byte with the high bit set.
   *
   * @param bytes holds the bytes
   * @param from index of the first byte to look at
   * @param to index after the last one
   * @return the index of the first hit, or {@code to}
   */
  public static int indexOfNonAscii(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long hits = (long) LONGS.get(bytes, i) & HIGH_BITS;
      if (hits != 0) {
        return i + firstHit(hits);
      }
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /**
   * Finds a byte that cannot stand for itself in a JSON string: a quote, a backslash or a control
   * character.
   *
   * @param bytes holds the bytes
   * @param from index of the first byte to look at
   * @param to index after the last one
   * @return the index of the first hit, or {@code to}
   */
  public static int indexOfUnplain(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) LONGS.get(bytes, i);
      long hits = zeroBytes(word ^ QUOTES) | zeroBytes(word ^ BACKSLASHES) | bytesBelow(word, ' ');
      if (hits != 0) {
        return i + firstHit(hits);
      }
    }
    while (i < to && isPlain(bytes[i])) {
      i++;
    }
    return i;
  }

  private static boolean isPlain(byte b) {
    return b != '"' && b != '\\' && (b & 0xFF) >= ' ';
  }

  private static int indexOfEither(char one, char other, byte[] bytes, int from, int to) {
    long ones = ONES * one;
    long others = ONES * other;
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) LONGS.get(bytes, i);
      long hits = zeroBytes(word ^ ones) | zeroBytes(word ^ others);
      if (hits != 0) {
        return i + firstHit(hits);
      }
    }
    while (i < to && bytes[i] != one && bytes[i] != other) {
      i++;
    }
    return i;
  }

  /**
   * Sets the high bit of each zero byte. Bytes above a zero byte may be marked wrongly, the lowest
   * mark never is.
   */
  private static long zeroBytes(long word) {
    return bytesBelow(word, (char) 1);
  }

  /** Sets the high bit of each byte below a limit, which is ASCII; as exact as zero bytes are. */
  private static long bytesBelow(long word, char limit) {
    return (word - ONES * limit) & ~word & HIGH_BITS;
  }

  private static int firstHit(long hits) {
    return Long.numberOfTrailingZeros(hits) / Byte.SIZE;
  }
}
