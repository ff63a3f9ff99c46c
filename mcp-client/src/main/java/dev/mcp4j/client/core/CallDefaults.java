/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.client.CacheMode;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a call wants that says nothing else.
 *
 * @param timeout how long to wait for a reply
 * @param maxTotal how long to wait for the server over a whole call; a longer timeout of the call
 *     wins
 * @param logLevel the least severe log message wanted; null for none
 * @param onLog takes log messages
 */
public record CallDefaults(
    Duration timeout,
    Duration maxTotal,
    @Nullable LoggingLevel logLevel,
    Consumer<LoggingMessageNotificationParams> onLog) {

  /**
   * Returns the settings of such a call.
   *
   * @return the settings
   */
  public CallSettings settings() {
    return new CallSettings(timeout, false, maxTotal, null, logLevel, onLog, CacheMode.USE);
  }

  /** The settings of a request that only has a timeout. */
  static CallSettings plain(Duration timeout) {
    return new CallSettings(timeout, false, timeout, null, null, message -> {}, CacheMode.BYPASS);
  }
}
