/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.transport.EventStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event stream over the JDK's server. Holds a thread only while there is something to write:
 * then one task writes all there is.
 */
final class JdkEventStream implements EventStream {
  private static final int OK = 200;
  private static final int MAX_QUEUED_BYTES = 4 << 20;

  private final JdkResponse response;
  private final Map<String, String> headers;
  private final int maxEvents;
  private final Executor writers;
  private final Consumer<@Nullable IOException> onEnd;

  private final ReentrantLock lock = new ReentrantLock();
  private List<byte[]> queue = new ArrayList<>();
  private List<Runnable> roomActions = new ArrayList<>();
  private long queuedBytes;
  private boolean writing = true;
  private boolean closing;
  private boolean ended;

  /**
   * Makes a stream that has not started.
   *
   * @param response where to write
   * @param headers its headers
   * @param maxEvents how many events may wait
   * @param writers runs the writing
   * @param onEnd told once that the stream has ended, and why if it broke
   */
  JdkEventStream(
      JdkResponse response,
      Map<String, String> headers,
      int maxEvents,
      Executor writers,
      Consumer<@Nullable IOException> onEnd) {
    this.response = response;
    this.headers = headers;
    this.maxEvents = maxEvents;
    this.writers = writers;
    this.onEnd = onEnd;
  }

  /** Sends the headers, and then what was offered. Called once. */
  void start() {
    write(
        () -> {
          response.begin(OK, headers, JdkResponse.CHUNKED);
          response.flush();
          writeQueue();
        });
  }

  @Override
  public boolean offer(byte[] event) {
    lock.lock();
    try {
      if (!hasRoom()) {
        return false;
      }
      queue.add(event);
      queuedBytes += event.length;
      if (writing) {
        return true;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    write(this::writeQueue);
    return true;
  }

  private boolean hasRoom() {
    return !closing && !ended && queue.size() < maxEvents && queuedBytes < MAX_QUEUED_BYTES;
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
      if (writing) {
        return;
      }
      writing = true;
    } finally {
      lock.unlock();
    }
    write(this::writeQueue);
  }

  /** Ends the stream as it is. */
  void abort() {
    end(null);
  }

  private void write(Writing task) {
    try {
      writers.execute(() -> run(task));
    } catch (RejectedExecutionException e) {
      end(new IOException("nobody writes any more", e));
    }
  }

  private void run(Writing task) {
    try {
      task.run();
    } catch (IOException e) {
      response.giveUp();
      end(e);
    } catch (RuntimeException e) {
      response.giveUp();
      end(new IOException("the stream could not be written", e));
    }
  }

  private void writeQueue() throws IOException {
    List<byte[]> events = take();
    while (events != null && !events.isEmpty()) {
      for (byte[] event : events) {
        response.write(event);
      }
      response.flush();
      events = take();
    }
    if (events != null) {
      response.end();
      end(null);
    }
  }

  /**
   * Takes what waits. An empty list tells that the stream is complete, null that there is nothing
   * to write now; then the next event starts a new task.
   */
  private @Nullable List<byte[]> take() {
    List<byte[]> events = null;
    List<Runnable> actions = List.of();
    lock.lock();
    try {
      if (!queue.isEmpty()) {
        events = queue;
        queue = new ArrayList<>();
        queuedBytes = 0;
        actions = roomActions;
        roomActions = new ArrayList<>();
      } else if (closing && !ended) {
        events = List.of();
      } else {
        writing = false;
      }
    } finally {
      lock.unlock();
    }
    actions.forEach(Runnable::run);
    return events;
  }

  private void end(@Nullable IOException failure) {
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      queue = new ArrayList<>();
      roomActions = new ArrayList<>();
    } finally {
      lock.unlock();
    }
    onEnd.accept(failure);
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
