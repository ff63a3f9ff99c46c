/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.framing.NdjsonEncoder;
import dev.mcp4j.server.core.Outbound;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes messages as lines. Handlers write on their own threads; what must not wait is queued and
 * written in the background.
 *
 * <p>Lines are flushed together as long as more input is at hand, since more lines will follow.
 */
final class LineWriter implements Outbound {
  private static final Logger log = LoggerFactory.getLogger(LineWriter.class);
  private static final int BUFFER = 64 << 10;

  private final JsonRpcCodec codec;
  private final OutputStream out;
  private final Executor background;
  private final int maxQueued;
  private final Runnable onBroken;

  private final ReentrantLock writing = new ReentrantLock();
  private volatile boolean dirty;
  private volatile boolean inputAtHand;
  private volatile boolean broken;

  private final ReentrantLock queueing = new ReentrantLock();
  private final Condition emptied = queueing.newCondition();
  private Queue<byte[]> queue = new ArrayDeque<>();
  private boolean draining;

  LineWriter(
      JsonRpcCodec codec, OutputStream out, Executor background, int maxQueued, Runnable onBroken) {
    this.codec = codec;
    this.out = new BufferedOutputStream(out, BUFFER);
    this.background = background;
    this.maxQueued = maxQueued;
    this.onBroken = onBroken;
  }

  @Override
  public void send(JsonRpcMessage message) {
    write(List.of(codec.encode(message)));
  }

  @Override
  public boolean offer(JsonRpcMessage message) {
    byte[] line = codec.encode(message);
    queueing.lock();
    try {
      if (queue.size() >= maxQueued) {
        return broken;
      }
      enqueue(line);
      return true;
    } finally {
      queueing.unlock();
    }
  }

  @Override
  public void finish(JsonRpcResult result) {
    CancelledNotificationParams params =
        new CancelledNotificationParams(
            result.id(), null, new NotificationMeta(result.id(), NotificationMeta.EMPTY.other()));
    byte[] last = codec.encode(result);
    byte[] tornDown =
        codec.encode(new JsonRpcNotification(Notifications.CANCELLED.name(), Payload.of(params)));
    queueing.lock();
    try {
      enqueue(last);
      enqueue(tornDown);
    } finally {
      queueing.unlock();
    }
  }

  private void enqueue(byte[] line) {
    if (broken) {
      return;
    }
    queue.add(line);
    if (!draining) {
      draining = true;
      background.execute(this::drainQueue);
    }
  }

  private void drainQueue() {
    for (List<byte[]> lines = takeQueued(); !lines.isEmpty(); lines = takeQueued()) {
      write(lines);
    }
  }

  private List<byte[]> takeQueued() {
    queueing.lock();
    try {
      List<byte[]> lines = new ArrayList<>(queue);
      queue.clear();
      if (lines.isEmpty()) {
        draining = false;
        emptied.signalAll();
      }
      return lines;
    } finally {
      queueing.unlock();
    }
  }

  /** Tells whether the reader has more lines at hand. Flushes what was held back for that. */
  void inputAtHand(boolean atHand) {
    inputAtHand = atHand;
    if (!atHand) {
      flushIfDue();
    }
  }

  private void write(List<byte[]> lines) {
    writing.lock();
    try {
      if (broken) {
        return;
      }
      dirty = true;
      for (byte[] line : lines) {
        NdjsonEncoder.write(line, out);
      }
      if (!inputAtHand && !writing.hasQueuedThreads()) {
        flush();
      }
    } catch (IOException e) {
      breakDown(e);
    } finally {
      writing.unlock();
      flushIfDue();
    }
  }

  /**
   * Flushes unless another thread holds the lock, which then comes here itself. Checks after every
   * release, so that no line stays behind when the input ran dry in between.
   */
  private void flushIfDue() {
    while (dirty && !inputAtHand && writing.tryLock()) {
      try {
        if (writing.hasQueuedThreads()) {
          return;
        }
        flush();
      } catch (IOException e) {
        breakDown(e);
      } finally {
        writing.unlock();
      }
    }
  }

  private void flush() throws IOException {
    dirty = false;
    out.flush();
  }

  private void breakDown(IOException e) {
    if (!broken) {
      broken = true;
      dirty = false;
      log.debug("The client has gone", e);
      onBroken.run();
    }
  }

  /** Waits until everything queued was written, or the time is up. */
  void awaitQueueWritten(Duration patience) {
    long left = patience.toNanos();
    queueing.lock();
    try {
      while (draining && !broken && left > 0) {
        left = emptied.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      queueing.unlock();
    }
  }
}
