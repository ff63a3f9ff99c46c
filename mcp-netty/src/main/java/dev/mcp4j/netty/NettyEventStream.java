/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.transport.EventQueue;
import dev.mcp4j.server.transport.EventStream;
import java.util.Map;
import java.util.concurrent.Executor;

/**
 * An event stream over Netty. An event takes its place in the queue until the connection has taken
 * it, so a slow reader fills its queue.
 */
final class NettyEventStream implements EventStream {
  private final ResponseWriter writer;
  private final Executor ioThread;
  private final Runnable onEnd;
  private final EventQueue queue;

  /**
   * Makes a stream that has not started.
   *
   * @param writer where to write
   * @param maxEvents how many events may wait
   * @param ioThread runs the writing, at once if this is its thread
   * @param onEnd told once that all was written
   */
  NettyEventStream(ResponseWriter writer, int maxEvents, Executor ioThread, Runnable onEnd) {
    this.writer = writer;
    this.ioThread = ioThread;
    this.onEnd = onEnd;
    this.queue = new EventQueue(maxEvents, () -> ioThread.execute(this::writeQueue));
  }

  /** Sends the headers, and then what was offered. Called once. */
  void start(Map<String, String> headers) {
    ioThread.execute(
        () -> {
          writer.begin(headers);
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

  private void writeQueue() {
    EventQueue.Batch batch = queue.take();
    while (!batch.isNothing()) {
      for (byte[] event : batch.events()) {
        writer.part(event, () -> queue.written(event.length));
      }
      if (batch.last()) {
        writer.end(onEnd);
        break;
      }
      batch = queue.take();
    }
    writer.flush();
  }

  /** Ends the stream as it is. */
  void abort() {
    queue.end();
  }
}
