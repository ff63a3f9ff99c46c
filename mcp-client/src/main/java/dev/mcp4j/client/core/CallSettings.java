/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.client.CacheMode;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one call wants.
 *
 * @param timeout how long to wait for a reply to each request on the wire
 * @param resetOnProgress whether progress starts the timeout anew
 * @param maxTotal how long to wait for the server over the whole call
 * @param onProgress takes progress; null if it is not wanted
 * @param logLevel the least severe log message wanted; null for none
 * @param onLog takes log messages
 * @param cache what to do about cached results
 */
public record CallSettings(
    Duration timeout,
    boolean resetOnProgress,
    Duration maxTotal,
    @Nullable Consumer<ProgressNotificationParams> onProgress,
    @Nullable LoggingLevel logLevel,
    Consumer<LoggingMessageNotificationParams> onLog,
    CacheMode cache) {

  /**
   * Makes a copy with another way of caching.
   *
   * @param mode what to do about cached results
   * @return the copy
   */
  public CallSettings withCache(CacheMode mode) {
    return new CallSettings(timeout, resetOnProgress, maxTotal, onProgress, logLevel, onLog, mode);
  }

  /**
   * Makes a copy with another timeout, which also raises the limit on the whole call if need be.
   *
   * @param wanted how long to wait for a reply
   * @return the copy
   */
  public CallSettings withTimeout(Duration wanted) {
    Duration total = wanted.compareTo(maxTotal) > 0 ? wanted : maxTotal;
    return new CallSettings(wanted, resetOnProgress, total, onProgress, logLevel, onLog, cache);
  }

  /**
   * Makes a copy with another limit on the whole call. The timeout of each reply stays, but for one
   * that is longer.
   *
   * @param wanted how long to wait for the server over the whole call
   * @return the copy
   */
  public CallSettings withMaxTotal(Duration wanted) {
    Duration each = timeout.compareTo(wanted) > 0 ? wanted : timeout;
    return new CallSettings(each, resetOnProgress, wanted, onProgress, logLevel, onLog, cache);
  }

  /** Whether the server is asked to report progress. */
  boolean wantsProgress() {
    return onProgress != null || resetOnProgress;
  }

  /** The same without what only concerns the call itself: for a list fetched on its behalf. */
  CallSettings forLookup(CacheMode mode) {
    return new CallSettings(timeout, false, maxTotal, null, null, onLog, mode);
  }
}
