/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Ends a write that takes too long. The thread is interrupted, which makes its channel close: the
 * only way to reach the connection of an exchange of the JDK's server.
 */
final class WriteDeadline {
  private final long nanos;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Thread writer;
  private long since;
  private boolean expired;

  WriteDeadline(long nanos) {
    this.nanos = nanos;
  }

  /** Starts the clock for a write of this thread. */
  void start(long now) {
    lock.lock();
    try {
      writer = Thread.currentThread();
      since = now;
    } finally {
      lock.unlock();
    }
  }

  /** Stops the clock. No interrupt of this class reaches the thread after that. */
  void stop() {
    lock.lock();
    try {
      writer = null;
      if (expired) {
        // The write may have come to its end all the same. The next one has its own time.
        expired = false;
        var unused = Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts the write under way if its time is up. */
  void tick(long now) {
    if (writer == null) {
      return;
    }
    lock.lock();
    try {
      Thread late = writer;
      if (late != null && !expired && now - since >= nanos) {
        expired = true;
        late.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }
}
