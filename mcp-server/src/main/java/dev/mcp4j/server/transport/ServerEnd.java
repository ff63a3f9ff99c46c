/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The end of a server, for those who bind another HTTP engine: it is brought about once, and
 * whoever asks for it again waits for it. Safe for use by several threads.
 */
public final class ServerEnd {
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CountDownLatch reached = new CountDownLatch(1);

  /** Makes the end of a server that runs. */
  public ServerEnd() {}

  /**
   * Stops the server, or waits until the thread that does so is done. The wait does not end when
   * the thread is interrupted; the interrupt is kept.
   *
   * @param stop stops it, on this thread; what it throws passes through
   */
  public void bringAbout(Runnable stop) {
    if (!begun.compareAndSet(false, true)) {
      awaitUninterruptibly();
      return;
    }
    try {
      stop.run();
    } finally {
      reached.countDown();
    }
  }

  /**
   * Tells whether the server is being stopped, or is.
   *
   * @return true once somebody has asked for the end
   */
  public boolean hasBegun() {
    return begun.get();
  }

  /**
   * Waits until the server has stopped.
   *
   * @throws InterruptedException if the waiting thread is interrupted
   */
  public void await() throws InterruptedException {
    reached.await();
  }

  private void awaitUninterruptibly() {
    boolean interrupted = false;
    while (reached.getCount() > 0) {
      try {
        reached.await();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
