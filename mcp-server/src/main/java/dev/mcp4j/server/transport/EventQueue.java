/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What waits to be written to an {@link EventStream}, for those who bind another HTTP engine. An
 * event keeps its place until the engine says that it was written, so a slow reader fills its
 * queue.
 *
 * <p>Whoever offers the first event wakes the writer; it then takes events until there are none,
 * and is woken again by the next. Safe for use by several threads. No method blocks.
 */
public final class EventQueue {
  private static final long MAX_BYTES = 4 << 20;

  private final int maxEvents;
  private final Runnable writer;

  private final ReentrantLock lock = new ReentrantLock();
  private List<byte[]> waiting = new ArrayList<>();
  private List<Runnable> roomActions = new ArrayList<>();
  private int events;
  private long bytes;
  private boolean writing;
  private boolean closing;
  private boolean ended;

  /**
   * Makes an empty queue, whose writer is not woken before the first {@link #take}.
   *
   * @param maxEvents how many events may wait, beside a limit of 4 MiB that one event may exceed; 1
   *     or more
   * @param writer starts the writing on some thread; must not block
   */
  public EventQueue(int maxEvents, Runnable writer) {
    this.maxEvents = maxEvents;
    this.writer = writer;
    this.writing = true;
  }

  /**
   * What to write.
   *
   * @param events the events in their order; empty if there is nothing to write now
   * @param last whether the stream ends after them; then nothing is to be taken any more
   */
  public record Batch(List<byte[]> events, boolean last) {
    /**
     * Tells whether the writer has to stop until it is woken again.
     *
     * @return true if there is nothing to do
     */
    public boolean isNothing() {
      return events.isEmpty() && !last;
    }
  }

  /**
   * Adds an event.
   *
   * @param event the bytes, which nobody modifies any more
   * @return false if there is no room, or the stream ends
   */
  public boolean offer(byte[] event) {
    lock.lock();
    try {
      if (closing || ended || !hasRoom()) {
        return false;
      }
      waiting.add(event);
      events++;
      bytes += event.length;
      if (writing) {
        return true;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    writer.run();
    return true;
  }

  private boolean hasRoom() {
    return events < maxEvents && bytes < MAX_BYTES;
  }

  /**
   * Runs an action once there is room; at once if there is, never if the stream ends before.
   *
   * @param action what to do
   */
  public void onRoom(Runnable action) {
    lock.lock();
    try {
      if (closing || ended) {
        return;
      }
      if (!hasRoom()) {
        roomActions.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  /** Ends the stream after what waits. Idempotent. */
  public void close() {
    lock.lock();
    try {
      if (closing || ended) {
        return;
      }
      closing = true;
      roomActions = new ArrayList<>();
      if (writing) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    writer.run();
  }

  /**
   * Takes what waits. Called by the writer, by one thread at a time.
   *
   * @return what to write; nothing after the stream has ended
   */
  public Batch take() {
    lock.lock();
    try {
      List<byte[]> taken = waiting;
      boolean last = closing && !ended;
      writing = !taken.isEmpty() || last;
      waiting = new ArrayList<>();
      return new Batch(taken, last);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Frees the place of an event that was taken and is written.
   *
   * @param size how many bytes it has
   */
  public void written(int size) {
    List<Runnable> actions = List.of();
    lock.lock();
    try {
      events--;
      bytes -= size;
      if (!ended && hasRoom()) {
        actions = roomActions;
        roomActions = new ArrayList<>();
      }
    } finally {
      lock.unlock();
    }
    actions.forEach(Runnable::run);
  }

  /**
   * Drops what waits, because the stream is over.
   *
   * @return false if it was over before
   */
  public boolean end() {
    lock.lock();
    try {
      boolean first = !ended;
      ended = true;
      waiting = new ArrayList<>();
      roomActions = new ArrayList<>();
      return first;
    } finally {
      lock.unlock();
    }
  }
}
