/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.client.CallTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Measures how long a call waits for the server: since its last request or progress, and in total.
 * The time a handler of the application takes does not count. Used by one thread.
 */
final class CallClock {
  private final LongSupplier nanoTime;
  private final long timeout;
  private final long maxTotal;
  private final boolean resetOnProgress;
  private long requestStart;
  private long totalStart;
  private long stoppedAt;

  CallClock(CallSettings settings, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.timeout = nanos(settings.timeout());
    this.maxTotal = nanos(settings.maxTotal());
    this.resetOnProgress = settings.resetOnProgress();
    this.totalStart = nanoTime.getAsLong();
    this.requestStart = totalStart;
  }

  /** A request is sent now. */
  void request() {
    requestStart = nanoTime.getAsLong();
  }

  /** Progress was received now. */
  void progress() {
    if (resetOnProgress) {
      request();
    }
  }

  void stop() {
    stoppedAt = nanoTime.getAsLong();
  }

  void resume() {
    long stopped = nanoTime.getAsLong() - stoppedAt;
    totalStart += stopped;
    requestStart += stopped;
  }

  /** How long to wait for the next message; zero if the time is up. */
  Duration remaining() {
    long now = nanoTime.getAsLong();
    long left = Math.min(timeout - (now - requestStart), maxTotal - (now - totalStart));
    return Duration.ofNanos(Math.max(0, left));
  }

  /** How long the whole call may still take; zero if the time is up. */
  Duration remainingInTotal() {
    return Duration.ofNanos(Math.max(0, maxTotal - (nanoTime.getAsLong() - totalStart)));
  }

  /** To be thrown when nothing remains. */
  CallTimeoutException timeout(String method) {
    boolean total = nanoTime.getAsLong() - totalStart >= maxTotal;
    String kind = total ? "in total" : resetOnProgress ? "without progress" : "of the request";
    return new CallTimeoutException(method, Duration.ofNanos(total ? maxTotal : timeout), kind);
  }

  private static long nanos(Duration duration) {
    try {
      return duration.toNanos();
    } catch (ArithmeticException e) {
      return Long.MAX_VALUE / 2;
    }
  }
}
