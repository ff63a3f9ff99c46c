/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The thread a handler runs on, as long as it does: nobody interrupts it for this handler before or
 * afterwards, nor while it writes.
 */
public final class HandlerThread {
  private final ReentrantLock lock;
  private @Nullable Thread runner;
  private boolean shielded;
  private boolean interruptLater;

  /** Makes one for a handler that does not run yet. */
  public HandlerThread() {
    this(new ReentrantLock());
  }

  /** Makes one that shares a lock under which nobody waits. */
  HandlerThread(ReentrantLock lock) {
    this.lock = lock;
  }

  /** Notes that the handler runs on this thread. */
  public void enter() {
    lock.lock();
    try {
      runner = Thread.currentThread();
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the handler has returned, and clears the interrupt flag of this thread. */
  public void leave() {
    lock.lock();
    try {
      runner = null;
      // A flag that is still set would make the transport fail to write.
      var unused = Thread.interrupted();
    } finally {
      lock.unlock();
    }
  }

  /** Interrupts the handler if it runs, now or after it has written what it writes. */
  public void interrupt() {
    lock.lock();
    try {
      if (shielded) {
        interruptLater = true;
      } else if (runner != null) {
        runner.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps interrupts away while this thread writes; a transport may not survive one.
   *
   * @return whether the thread had been interrupted, to be handed to {@link #unshield}
   */
  public boolean shield() {
    lock.lock();
    try {
      if (runner == Thread.currentThread()) {
        shielded = true;
      }
      return Thread.interrupted();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets interrupts reach this thread again, those of the meantime at once.
   *
   * @param interrupted what {@link #shield} returned
   */
  public void unshield(boolean interrupted) {
    boolean again = interrupted;
    lock.lock();
    try {
      if (runner == Thread.currentThread()) {
        shielded = false;
        again |= interruptLater;
        interruptLater = false;
      }
    } finally {
      lock.unlock();
    }
    if (again) {
      Thread.currentThread().interrupt();
    }
  }
}
