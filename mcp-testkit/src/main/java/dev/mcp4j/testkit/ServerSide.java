/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** A thread that serves one connection, and closes the streams when that is over. */
final class ServerSide {
  private final McpServer server;
  private final InputStream in;
  private final OutputStream out;
  private final StdioOptions options;
  private final Caller caller;
  private final Thread thread;

  ServerSide(
      McpServer server, InputStream in, OutputStream out, StdioOptions options, Caller caller) {
    this.server = server;
    this.in = in;
    this.out = out;
    this.options = options;
    this.caller = caller;
    this.thread = new Thread(this::serve, "mcp4j-in-memory-server");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Waits until the connection has been served; false if that takes longer. */
  boolean awaitEnd(Duration atMost) {
    boolean interrupted = false;
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (thread.isAlive()) {
        long millis = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (millis <= 0) {
          return false;
        }
        try {
          thread.join(millis);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends the connection without regard to what is under way. */
  void interrupt() {
    thread.interrupt();
  }

  private void serve() {
    try (in;
        out) {
      server.serve(in, out, options, caller);
    } catch (InterruptedException | IOException e) {
      // The client has closed the connection, and waits no longer.
    }
  }
}
