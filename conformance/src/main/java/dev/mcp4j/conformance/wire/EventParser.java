/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Reads server-sent events line by line. Comments are passed over. */
public final class EventParser {
  /**
   * An event.
   *
   * @param type its type, {@code message} if none was given
   * @param id its id, if it has one
   * @param retry after how many milliseconds to come back, if it says so
   * @param data its data, lines joined by newlines; empty if it only sets an id or a time
   */
  public record Event(String type, Optional<String> id, Optional<Long> retry, Bytes data) {}

  private final InputStream in;
  private Draft draft = new Draft();
  private boolean skipNewline;
  private boolean over;

  /**
   * Reads from a body.
   *
   * @param in the body
   */
  public EventParser(InputStream in) {
    this.in = in;
  }

  /**
   * Reads one line.
   *
   * @return the event that the line completes, if it does
   * @throws WireTimeout if the line does not come in time, which breaks the parser
   * @throws IOException if the connection breaks
   */
  public Optional<Event> advance() throws IOException {
    Optional<byte[]> line = line();
    if (line.isEmpty()) {
      over = true;
      return Optional.empty();
    }
    if (line.get().length > 0) {
      draft.add(line.get());
      return Optional.empty();
    }
    Optional<Event> event = draft.isEvent() ? Optional.of(draft.event()) : Optional.empty();
    draft = new Draft();
    return event;
  }

  /**
   * Tells whether the body is over.
   *
   * @return true if there are no more lines
   */
  public boolean isOver() {
    return over;
  }

  private Optional<byte[]> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        return Optional.empty();
      }
      if (next == '\n' && skipNewline) {
        skipNewline = false;
        continue;
      }
      skipNewline = next == '\r';
      if (next == '\n' || next == '\r') {
        return Optional.of(line.toByteArray());
      }
      line.write(next);
    }
  }

  /** An event whose lines are still to come. */
  private static final class Draft {
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private boolean hasData;
    private String type = "message";
    private Optional<String> id = Optional.empty();
    private Optional<Long> retry = Optional.empty();

    void add(byte[] line) {
      int colon = 0;
      while (colon < line.length && line[colon] != ':') {
        colon++;
      }
      int start = Math.min(colon + 1, line.length);
      if (start < line.length && line[start] == ' ') {
        start++;
      }
      byte[] value = Arrays.copyOfRange(line, start, line.length);
      switch (new String(line, 0, colon, StandardCharsets.UTF_8)) {
        case "data" -> {
          if (hasData) {
            data.write('\n');
          }
          data.writeBytes(value);
          hasData = true;
        }
        case "event" -> type = new String(value, StandardCharsets.UTF_8);
        case "id" -> id = Optional.of(new String(value, StandardCharsets.UTF_8));
        case "retry" ->
            retry =
                Optional.of(new String(value, StandardCharsets.UTF_8))
                    .filter(text -> text.matches("[0-9]{1,9}"))
                    .map(Long::valueOf);
        default -> {
          // a comment, or a field without a meaning here
        }
      }
    }

    boolean isEvent() {
      return hasData || id.isPresent() || retry.isPresent();
    }

    Event event() {
      return new Event(type, id, retry, Bytes.of(data.toByteArray()));
    }
  }
}
