/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.util.ArrayList;
import java.util.List;

/** Keeps what passes on the wire, in order. Safe for use by several threads. */
public final class Recorder {
  private static final int KEPT_BYTES = 1 << 20;

  private final List<Transcript.Event> events = new ArrayList<>();
  private long kept;
  private int connections;
  private long begin = System.nanoTime();

  /** Makes an empty recorder. */
  public Recorder() {}

  /** Forgets everything. */
  public synchronized void clear() {
    events.clear();
    kept = 0;
    connections = 0;
    begin = System.nanoTime();
  }

  /**
   * Counts a connection.
   *
   * @return its number, from 1
   */
  public synchronized int newConnection() {
    return ++connections;
  }

  /**
   * Notes what the suite sends.
   *
   * @param connection the number of the connection
   * @param bytes the bytes
   * @param command the same as a command line, empty if there is none
   */
  public synchronized void sent(int connection, byte[] bytes, String command) {
    add(connection, Transcript.Kind.SENT, Bytes.of(bytes), command);
  }

  /**
   * Notes what the peer sends.
   *
   * @param connection the number of the connection
   * @param bytes the bytes
   */
  public synchronized void received(int connection, byte[] bytes) {
    add(connection, Transcript.Kind.RECEIVED, Bytes.of(bytes), "");
  }

  /**
   * Notes something that is no message.
   *
   * @param connection the number of the connection, 0 for none
   * @param text what happened
   */
  public synchronized void note(int connection, String text) {
    add(connection, Transcript.Kind.NOTE, Bytes.utf8(text), "");
  }

  private void add(int connection, Transcript.Kind kind, Bytes bytes, String command) {
    if (kept + bytes.size() > KEPT_BYTES) {
      return;
    }
    kept += bytes.size();
    long millis = (System.nanoTime() - begin) / 1_000_000;
    int last = events.size() - 1;
    if (last >= 0 && events.get(last).continues(connection, kind) && command.isEmpty()) {
      events.set(last, events.get(last).plus(bytes));
    } else {
      events.add(new Transcript.Event(connection, kind, millis, bytes, command));
    }
  }

  /**
   * Returns what was kept so far.
   *
   * @return a copy
   */
  public synchronized Transcript transcript() {
    return new Transcript(events);
  }
}
