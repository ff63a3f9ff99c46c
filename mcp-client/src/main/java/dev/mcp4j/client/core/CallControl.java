/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.transport.Exchange;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The handle on a running call: its clock, and the way for other threads to cancel it wherever it
 * is, on the wire or in a handler.
 */
public final class CallControl {
  private final CallClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ended = lock.newCondition();
  private @Nullable String cancellation;
  private @Nullable Exchange exchange;
  private @Nullable Thread handlerThread;

  CallControl(CallClock clock) {
    this.clock = clock;
  }

  CallClock clock() {
    return clock;
  }

  /** Ends the call: on the wire by cancelling the request, in a handler by an interrupt. */
  public void cancel() {
    end("the call was cancelled");
  }

  /** Ends the call in the same way, because the client is closed. */
  void close() {
    end("the client was closed");
  }

  private void end(String reason) {
    Exchange current;
    lock.lock();
    try {
      if (cancellation == null) {
        cancellation = reason;
      }
      ended.signalAll();
      current = exchange;
      if (handlerThread != null) {
        handlerThread.interrupt();
      }
    } finally {
      lock.unlock();
    }
    if (current != null) {
      current.cancel(reason);
    }
  }

  /** Notes the exchange that is waited for. A call cancelled before is cancelled here. */
  void enter(Exchange current) {
    lock.lock();
    try {
      exchange = current;
    } finally {
      lock.unlock();
    }
    String reason = cancellation();
    if (reason != null) {
      current.cancel(reason);
      throw new CallCancelledException(reason, null);
    }
  }

  void leave() {
    lock.lock();
    try {
      exchange = null;
    } finally {
      lock.unlock();
    }
  }

  void throwIfCancelled() {
    String reason = cancellation();
    if (reason != null) {
      throw new CallCancelledException(reason, null);
    }
  }

  /**
   * Waits, but no longer than the call.
   *
   * @throws CallTimeoutException if the call has no time left
   * @throws CallCancelledException if it was cancelled, or the thread interrupted
   */
  void pause(Duration time, String method) {
    Duration total = clock.remainingInTotal();
    long left = (total.compareTo(time) < 0 ? total : time).toNanos();
    lock.lock();
    try {
      while (cancellation == null && left > 0) {
        left = ended.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    } finally {
      lock.unlock();
    }
    throwIfCancelled();
    if (clock.remainingInTotal().isZero()) {
      throw clock.timeout(method);
    }
  }

  /** Runs a handler of the application with the clock stopped. */
  <T> T whileStopped(Callable<T> handler) throws Exception {
    clock.stop();
    lock.lock();
    try {
      handlerThread = Thread.currentThread();
    } finally {
      lock.unlock();
    }
    try {
      throwIfCancelled();
      return handler.call();
    } finally {
      endHandler();
      clock.resume();
    }
  }

  private void endHandler() {
    lock.lock();
    try {
      handlerThread = null;
      if (cancellation != null) {
        // The interrupt was for the handler alone.
        boolean unused = Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable String cancellation() {
    lock.lock();
    try {
      return cancellation;
    } finally {
      lock.unlock();
    }
  }

  static CallCancelledException interrupted(InterruptedException interrupt) {
    return new CallCancelledException("the thread was interrupted while it waited", interrupt);
  }
}
