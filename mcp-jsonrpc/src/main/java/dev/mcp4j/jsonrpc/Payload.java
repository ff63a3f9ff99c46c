/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The {@code params} or {@code result} of a message: a value, bytes nobody has read, or nothing.
 */
public sealed interface Payload {
  /**
   * A value of the protocol.
   *
   * @param value the parameters, the {@link dev.mcp4j.api.Reply}, or a {@link
   *     dev.mcp4j.api.JsonObject} where there is no type
   */
  record Typed(Object value) implements Payload {
    /**
     * Checks the component.
     *
     * @param value not null
     */
    public Typed {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * A JSON object as it was received, not read yet. It is forwarded without a change.
   *
   * <p>The bytes are shared, not copied: nobody may modify them.
   *
   * @param bytes an array that holds the object as well-formed UTF-8
   * @param offset where the object starts
   * @param length how many bytes it takes
   */
  @SuppressWarnings("ArrayRecordComponent") // shared, not copied; equality is by content
  record Raw(byte[] bytes, int offset, int length) implements Payload {
    /**
     * Checks the components.
     *
     * @param bytes not null; shared
     * @param offset inside the array
     * @param length inside the array
     * @throws IndexOutOfBoundsException if the part lies outside the array
     */
    public Raw {
      Objects.requireNonNull(bytes, "bytes");
      Objects.checkFromIndexSize(offset, length, bytes.length);
    }

    /**
     * Tells whether the same bytes are held, wherever they stand in their array.
     *
     * @param other the object to compare with
     * @return true for another one of the same bytes
     */
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Raw that
          && Arrays.equals(
              bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
      return ByteBuffer.wrap(bytes, offset, length).hashCode();
    }

    /**
     * Returns the JSON text.
     *
     * @return the text
     */
    @Override
    public String toString() {
      return new String(bytes, offset, length, UTF_8);
    }
  }

  /** The member is absent. */
  enum None implements Payload {
    /** The only value. */
    INSTANCE
  }

  /** The member is absent. */
  Payload NONE = None.INSTANCE;

  /**
   * Makes a payload of a value.
   *
   * @param value the value, as {@link Typed} describes it
   * @return the payload
   */
  static Payload of(Object value) {
    return new Typed(value);
  }
}
