/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.transport.Exchange;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The handle on a running call: its clock, and the way for other threads to cancel it wherever it
 * is, on the wire or in a handler.
 */
public final class CallControl {
  private final CallClock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean cancelled;
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
    Exchange current;
    lock.lock();
    try {
      cancelled = true;
      current = exchange;
      if (handlerThread != null) {
        handlerThread.interrupt();
      }
    } finally {
      lock.unlock();
    }
    if (current != null) {
      current.cancel("cancelled by the caller");
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
    if (isCancelled()) {
      current.cancel("cancelled by the caller");
      throw cancellation(null);
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
    if (isCancelled()) {
      throw cancellation(null);
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
      if (cancelled) {
        // The interrupt was for the handler alone.
        boolean unused = Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean isCancelled() {
    lock.lock();
    try {
      return cancelled;
    } finally {
      lock.unlock();
    }
  }

  static CallCancelledException cancellation(@Nullable InterruptedException interrupt) {
    return interrupt == null
        ? new CallCancelledException("the call was cancelled", null)
        : new CallCancelledException("the thread was interrupted while it waited", interrupt);
  }
}
