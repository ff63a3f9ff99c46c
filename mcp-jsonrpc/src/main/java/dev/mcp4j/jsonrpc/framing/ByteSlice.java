/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A range of a byte array, shared rather than copied.
 *
 * <p>A slice handed to a sink is good until the callback returns: its array belongs to whoever
 * feeds the decoder, or to the decoder itself, and is overwritten afterwards. What must live longer
 * is taken with {@link #toByteArray()}. Nobody writes through a slice.
 *
 * <p>Two slices are equal when they hold the same bytes.
 */
public final class ByteSlice {

  private final byte[] array;
  private final int offset;
  private final int length;

  private ByteSlice(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  /**
   * Returns a slice of a whole array.
   *
   * @param bytes the bytes, shared with the slice
   * @return the slice
   */
  public static ByteSlice of(byte[] bytes) {
    return new ByteSlice(bytes, 0, bytes.length);
  }

  /**
   * Returns a slice of a part of an array.
   *
   * @param bytes the bytes, shared with the slice
   * @param offset index of the first byte
   * @param length number of bytes, 0 or more
   * @return the slice
   * @throws IndexOutOfBoundsException if the range is not inside the array
   */
  public static ByteSlice of(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    return new ByteSlice(bytes, offset, length);
  }

  /**
   * Returns the array that holds the bytes, not a copy. Only the range from {@link #offset()} over
   * {@link #length()} bytes belongs to this slice.
   *
   * @return the shared array
   */
  public byte[] array() {
    return array;
  }

  /**
   * Returns the index in {@link #array()} of the first byte.
   *
   * @return the index, 0 or more
   */
  public int offset() {
    return offset;
  }

  /**
   * Returns the number of bytes.
   *
   * @return the number, 0 or more
   */
  public int length() {
    return length;
  }

  /**
   * Tells whether this slice holds no bytes.
   *
   * @return whether the length is 0
   */
  public boolean isEmpty() {
    return length == 0;
  }

  /**
   * Copies the bytes.
   *
   * @return a fresh array of {@link #length()} bytes
   */
  public byte[] toByteArray() {
    return Arrays.copyOfRange(array, offset, offset + length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ByteSlice that
        && Arrays.equals(
            array, offset, offset + length, that.array, that.offset, that.offset + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + array[i];
    }
    return hash;
  }

  /**
   * Returns the bytes read as UTF-8, with U+FFFD in place of what is not. It shows the whole
   * content and is meant for tests and debuggers, not for logs.
   *
   * @return the text
   */
  @Override
  public String toString() {
    return new String(array, offset, length, UTF_8);
  }
}
