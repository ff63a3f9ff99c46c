/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What has arrived and was not looked at yet, in order. Safe for use by several threads. */
final class Inbox {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Received> waiting = new ArrayList<>();
  private boolean ended;

  void add(Received message) {
    lock.lock();
    try {
      waiting.add(message);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  boolean hasEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  /** Takes the first message of those wanted out, or null if none arrives in time or any more. */
  @Nullable Received take(Predicate<Received> wanted, Duration patience)
      throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (true) {
        Received found = remove(wanted);
        if (found != null || ended || left <= 0) {
          return found;
        }
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits until nothing will arrive any more; false if that takes longer. */
  boolean awaitEnd(Duration patience) throws InterruptedException {
    long left = patience.toNanos();
    lock.lockInterruptibly();
    try {
      while (!ended && left > 0) {
        left = changed.awaitNanos(left);
      }
      return ended;
    } finally {
      lock.unlock();
    }
  }

  List<Received> all() {
    lock.lock();
    try {
      return new ArrayList<>(waiting);
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Received remove(Predicate<Received> wanted) {
    for (Iterator<Received> all = waiting.iterator(); all.hasNext(); ) {
      Received message = all.next();
      if (wanted.test(message)) {
        all.remove();
        return message;
      }
    }
    return null;
  }
}
