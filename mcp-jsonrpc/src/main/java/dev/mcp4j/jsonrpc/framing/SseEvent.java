/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event.
 *
 * @param type the value of the {@code event} field, {@value #MESSAGE} if there is none; not empty,
 *     no CR or LF
 * @param id the id to resume after, null if there is none; not empty, no CR, LF or NUL. Of a
 *     decoded event it is the stream's last event id, which an event without an {@code id} field
 *     inherits from the one before
 * @param data the data as it was received, its lines joined with LF, its encoding unchecked. Empty
 *     for the priming event some servers begin a stream with, which carries an id and no message.
 *     Shared like every {@link ByteSlice}: of a decoded event it is good until the callback returns
 */
public record SseEvent(String type, @Nullable String id, ByteSlice data) {

  /** The type of an event that names none. */
  public static final String MESSAGE = "message";

  /**
   * Checks the components.
   *
   * @param type not null or empty, no CR or LF
   * @param id may be null; not empty, no CR, LF or NUL
   * @param data not null
   * @throws IllegalArgumentException if the type or the id is empty or holds a character that
   *     cannot stand in its field
   */
  public SseEvent {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(data, "data");
    checkField("type", type);
    if (id != null) {
      checkField("id", id);
      if (id.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("the id of an event cannot hold a NUL");
      }
    }
  }

  /**
   * Returns an event of type {@value #MESSAGE} without an id.
   *
   * @param data the data, shared with the event
   * @return the event
   */
  public static SseEvent of(byte[] data) {
    return new SseEvent(MESSAGE, null, ByteSlice.of(data));
  }

  /**
   * Returns this event with another type.
   *
   * @param type the type; not empty, no CR or LF
   * @return the changed copy
   * @throws IllegalArgumentException if the type is empty or holds a CR or LF
   */
  public SseEvent withType(String type) {
    return new SseEvent(type, id, data);
  }

  /**
   * Returns this event with another id.
   *
   * @param id the id; not empty, no CR, LF or NUL
   * @return the changed copy
   * @throws IllegalArgumentException if the id is empty or holds a CR, LF or NUL
   */
  public SseEvent withId(String id) {
    return new SseEvent(type, Objects.requireNonNull(id, "id"), data);
  }

  private static void checkField(String name, String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("the %s of an event cannot be empty".formatted(name));
    }
    if (value.indexOf('\r') >= 0 || value.indexOf('\n') >= 0) {
      throw new IllegalArgumentException(
          "the %s of an event cannot hold a line break".formatted(name));
    }
  }
}
