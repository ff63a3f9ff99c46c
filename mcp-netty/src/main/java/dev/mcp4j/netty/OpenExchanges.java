/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The exchanges that have not ended. */
final class OpenExchanges {
  private final Set<NettyCall> calls = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private volatile boolean awaited;

  void add(NettyCall call) {
    calls.add(call);
  }

  void remove(NettyCall call) {
    calls.remove(call);
    if (awaited && calls.isEmpty()) {
      lock.lock();
      try {
        none.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Tells whether the server is about to end, so that connections should not be kept. */
  boolean isAwaited() {
    return awaited;
  }

  /** Waits until there is none, or the time is up, or the thread is interrupted. */
  void awaitNone(long nanos) {
    long left = nanos;
    awaited = true;
    lock.lock();
    try {
      while (!calls.isEmpty() && left > 0) {
        left = none.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  void abortAll() {
    calls.forEach(NettyCall::abort);
  }
}
