/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** Work on a thread of its own. */
public final class Background {
  /** What may fail with an {@link IOException}. */
  @FunctionalInterface
  public interface Work {
    void run() throws IOException;
  }

  private Background() {}

  /** Starts work; its end, or its failure, shows in what is returned. */
  public static CompletableFuture<Void> run(Work work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
                done.complete(null);
              } catch (IOException e) {
                done.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return done;
  }
}
