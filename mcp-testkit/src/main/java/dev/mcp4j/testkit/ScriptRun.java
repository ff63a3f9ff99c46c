/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import org.jspecify.annotations.Nullable;

/** A script on a thread of its own. */
final class ScriptRun {
  /** What to run. */
  @FunctionalInterface
  interface Work {
    void run() throws Exception;
  }

  private final Work work;
  private final Runnable onFailure;
  private final Thread thread;
  private volatile @Nullable Throwable failure;

  ScriptRun(Work work, Runnable onFailure) {
    this.work = work;
    this.onFailure = onFailure;
    this.thread = new Thread(this::run, "mcp4j-script");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Waits for the end; throws what the script failed with. */
  void await() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the wait for the script was interrupted", e);
    }
    if (failure != null) {
      throw new AssertionError(failure.getMessage(), failure);
    }
  }

  private void run() {
    try {
      work.run();
    } catch (Exception | AssertionError e) {
      failure = e;
      onFailure.run();
    }
  }
}
