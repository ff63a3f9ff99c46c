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
final class HandlerThread {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Thread runner;
  private boolean shielded;
  private boolean interruptLater;

  /** Notes that the handler runs on this thread. */
  void enter() {
    lock.lock();
    try {
      runner = Thread.currentThread();
    } finally {
      lock.unlock();
    }
  }

  /** Notes that the handler has returned, and clears the interrupt flag of this thread. */
  void leave() {
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
  void interrupt() {
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
  boolean shield() {
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

  /** Lets interrupts reach this thread again, those of the meantime at once. */
  void unshield(boolean interrupted) {
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
