/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A call that is served on a thread of its own, as an engine does it. */
final class Serving {
  private static final int PATIENCE_SECONDS = 60;

  private final CompletableFuture<Void> done = new CompletableFuture<>();

  private Serving() {}

  static Serving of(HttpEndpoint endpoint, HttpCall call) {
    Serving serving = new Serving();
    Thread thread =
        new Thread(
            () -> {
              try {
                endpoint.serve(call);
                serving.done.complete(null);
              } catch (Throwable t) {
                serving.done.completeExceptionally(t);
              }
            },
            "serving");
    thread.setDaemon(true);
    thread.start();
    return serving;
  }

  /** Waits until the endpoint has returned. */
  void join() throws Exception {
    done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  boolean isDone() {
    return done.isDone();
  }
}
