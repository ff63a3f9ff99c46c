/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.transport.EventStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An event stream over Netty. An event takes its place in the queue until the connection has taken
 * it, so a slow reader fills its queue.
 */
final class NettyEventStream implements EventStream {
  private static final int MAX_QUEUED_BYTES = 4 << 20;

  private final ResponseWriter writer;
  private final int maxEvents;
  private final Executor ioThread;
  private final Runnable onEnd;

  private final ReentrantLock lock = new ReentrantLock();
  private List<byte[]> queue = new ArrayList<>();
  private List<Runnable> roomActions = new ArrayList<>();
  private int queuedEvents;
  private long queuedBytes;
  private boolean scheduled;
  private boolean closing;
  private boolean ended;

  /**
   * Makes a stream whose headers are written by somebody else.
   *
   * @param writer where to write
   * @param maxEvents how many events may wait
   * @param ioThread runs the writing, at once if this is its thread
   * @param onEnd told once that all was written
   */
  NettyEventStream(ResponseWriter writer, int maxEvents, Executor ioThread, Runnable onEnd) {
    this.writer = writer;
    this.maxEvents = maxEvents;
    this.ioThread = ioThread;
    this.onEnd = onEnd;
  }

  @Override
  public boolean offer(byte[] event) {
    lock.lock();
    try {
      if (closing || ended || !hasRoom()) {
        return false;
      }
      queue.add(event);
      queuedEvents++;
      queuedBytes += event.length;
      if (scheduled) {
        return true;
      }
      scheduled = true;
    } finally {
      lock.unlock();
    }
    ioThread.execute(this::writeQueue);
    return true;
  }

  private boolean hasRoom() {
    return queuedEvents < maxEvents && queuedBytes < MAX_QUEUED_BYTES;
  }

  @Override
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

  @Override
  public void close() {
    lock.lock();
    try {
      if (closing || ended) {
        return;
      }
      closing = true;
      roomActions = new ArrayList<>();
      if (scheduled) {
        return;
      }
      scheduled = true;
    } finally {
      lock.unlock();
    }
    ioThread.execute(this::writeQueue);
  }

  private void writeQueue() {
    List<byte[]> events;
    boolean complete;
    lock.lock();
    try {
      scheduled = false;
      if (ended) {
        return;
      }
      events = queue;
      queue = new ArrayList<>();
      complete = closing;
    } finally {
      lock.unlock();
    }
    for (byte[] event : events) {
      writer.part(event, () -> written(event.length));
    }
    if (complete) {
      writer.end(onEnd);
    }
    writer.flush();
  }

  private void written(int bytes) {
    List<Runnable> actions = List.of();
    lock.lock();
    try {
      queuedEvents--;
      queuedBytes -= bytes;
      if (!ended && hasRoom() && !roomActions.isEmpty()) {
        actions = roomActions;
        roomActions = new ArrayList<>();
      }
    } finally {
      lock.unlock();
    }
    actions.forEach(Runnable::run);
  }

  /** Ends the stream as it is. */
  void abort() {
    lock.lock();
    try {
      ended = true;
      queue = new ArrayList<>();
      roomActions = new ArrayList<>();
    } finally {
      lock.unlock();
    }
  }
}
