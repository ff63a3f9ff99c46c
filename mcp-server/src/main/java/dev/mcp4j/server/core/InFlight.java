/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.RequestId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The requests of one connection: by id while the peer may refer to them, and those that wait. */
final class InFlight implements RequestScope.Owner {
  /** What became of a request that came in. */
  enum Admission {
    START,
    WAIT,
    DUPLICATE,
    CLOSED
  }

  private static final class Entry {
    final RequestScope scope;
    final int size;
    boolean waits;
    boolean open;

    Entry(RequestScope scope, int size) {
      this.scope = scope;
      this.size = size;
    }
  }

  private final ConnectionLimits limits;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<RequestId, Entry> live = new HashMap<>();
  private final Queue<Entry> waiting = new ArrayDeque<>();
  private int waitingBytes;
  private int running;
  private int open;
  private boolean closed;

  InFlight(ConnectionLimits limits) {
    this.limits = limits;
  }

  /** Takes a request in. */
  Admission add(RequestScope scope, int size) {
    lock.lock();
    try {
      Entry entry = new Entry(scope, size);
      if (closed) {
        return Admission.CLOSED;
      }
      if (live.putIfAbsent(scope.id(), entry) != null) {
        return Admission.DUPLICATE;
      }
      if (running < limits.inFlight()) {
        running++;
        return Admission.START;
      }
      entry.waits = true;
      waiting.add(entry);
      waitingBytes += size;
      return Admission.WAIT;
    } finally {
      lock.unlock();
    }
  }

  /** Notes that a handler has returned, and gives its place to the one that waited longest. */
  @Nullable RequestScope release() {
    lock.lock();
    try {
      running--;
      changed.signalAll();
      Entry next = waiting.poll();
      if (next == null) {
        return null;
      }
      next.waits = false;
      running++;
      waitingBytes -= next.size;
      return next.scope;
    } finally {
      lock.unlock();
    }
  }

  boolean hasRoom() {
    lock.lock();
    try {
      return waitingBytes <= limits.lookAhead() || closed;
    } finally {
      lock.unlock();
    }
  }

  void awaitRoom() {
    lock.lock();
    try {
      while (waitingBytes > limits.lookAhead() && !closed) {
        changed.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  @Nullable RequestScope find(RequestId id) {
    lock.lock();
    try {
      Entry entry = live.get(id);
      return entry == null ? null : entry.scope;
    } finally {
      lock.unlock();
    }
  }

  List<RequestScope> all() {
    lock.lock();
    try {
      List<RequestScope> scopes = new ArrayList<>(live.size());
      live.values().forEach(entry -> scopes.add(entry.scope));
      return scopes;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void settled(RequestScope scope) {
    lock.lock();
    try {
      Entry entry = live.remove(scope.id());
      if (entry == null) {
        return;
      }
      if (entry.open) {
        open--;
      }
      if (entry.waits) {
        waiting.remove(entry);
        waitingBytes -= entry.size;
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean admitsOpen(RequestScope scope) {
    lock.lock();
    try {
      Entry entry = live.get(scope.id());
      if (entry == null || open >= limits.listens()) {
        return false;
      }
      open++;
      entry.open = true;
      return true;
    } finally {
      lock.unlock();
    }
  }

  /** Waits until no handler runs, or the time is up. */
  void awaitIdle(Duration patience) {
    long left = patience.toNanos();
    lock.lock();
    try {
      while (running > 0 && left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing in any more. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
