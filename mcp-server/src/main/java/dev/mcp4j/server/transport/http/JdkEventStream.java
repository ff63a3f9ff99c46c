/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.transport.EventQueue;
import dev.mcp4j.server.transport.EventStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An event stream over the JDK's server. Holds a thread only while there is something to write:
 * then one task writes all there is.
 */
final class JdkEventStream implements EventStream {
  private static final int OK = 200;

  private final JdkResponse response;
  private final Map<String, String> headers;
  private final Executor writers;
  private final Consumer<@Nullable IOException> onEnd;
  private final EventQueue queue;

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
    this.writers = writers;
    this.onEnd = onEnd;
    this.queue = new EventQueue(maxEvents, () -> write(this::writeQueue));
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
    return queue.offer(event);
  }

  @Override
  public void onRoom(Runnable action) {
    queue.onRoom(action);
  }

  @Override
  public void close() {
    queue.close();
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
    EventQueue.Batch batch = queue.take();
    while (!batch.isNothing()) {
      for (byte[] event : batch.events()) {
        response.write(event);
        queue.written(event.length);
      }
      if (batch.last()) {
        response.end();
        end(null);
        return;
      }
      response.flush();
      batch = queue.take();
    }
  }

  private void end(@Nullable IOException failure) {
    if (queue.end()) {
      onEnd.accept(failure);
    }
  }

  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }
}
