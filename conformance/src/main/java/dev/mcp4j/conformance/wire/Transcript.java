/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * What passed on the wire.
 *
 * @param events the events in order
 */
public record Transcript(List<Event> events) {
  /** What kind of event it was. */
  public enum Kind {
    /** The suite sent it. */
    SENT,
    /** The peer sent it. */
    RECEIVED,
    /** Something else happened, for example a connection was closed. */
    NOTE
  }

  /**
   * Something that happened.
   *
   * @param connection the number of the connection, from 1; 0 if it concerns none
   * @param kind what it is
   * @param millis when it began, from the first event of the try
   * @param bytes what passed; of a note, its text
   * @param command the same as a command line, empty if there is none
   */
  public record Event(int connection, Kind kind, long millis, Bytes bytes, String command) {
    boolean continues(int connection, Kind kind) {
      return kind == Kind.RECEIVED && this.kind == kind && this.connection == connection;
    }

    Event plus(Bytes more) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(bytes.toArray());
      all.writeBytes(more.toArray());
      return new Event(connection, kind, millis, Bytes.of(all.toByteArray()), command);
    }
  }

  /** Copies the events. */
  public Transcript {
    events = List.copyOf(events);
  }

  /**
   * Returns how much passed.
   *
   * @return the number of bytes of all events
   */
  public int size() {
    return events.stream().mapToInt(event -> event.bytes().size()).sum();
  }

  /**
   * Returns the requests as command lines.
   *
   * @return the lines in order
   */
  public List<String> commands() {
    return events.stream().map(Event::command).filter(command -> !command.isEmpty()).toList();
  }

  /**
   * Returns the transcript as text: {@code >} before what the suite sent, {@code <} before what
   * came back.
   *
   * @return the lines
   */
  public String text() {
    boolean several = events.stream().mapToInt(Event::connection).distinct().count() > 1;
    StringBuilder text = new StringBuilder();
    for (Event event : events) {
      String mark =
          switch (event.kind()) {
            case SENT -> ">";
            case RECEIVED -> "<";
            case NOTE -> "*";
          };
      String prefix = (several ? event.connection() + " " : "") + mark + " ";
      Visible.lines(event.bytes()).forEach(line -> text.append(prefix).append(line).append('\n'));
    }
    return text.toString();
  }
}
