/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import java.time.Duration;

/**
 * Sends notifications about one request to its client.
 *
 * <p>Whatever is handed over after the reply, or after the request was cancelled, is dropped
 * silently. Safe for use by several threads; their notifications keep the order in which the calls
 * were made.
 *
 * <p>Specification 2026-07-28: basic/patterns/progress, server/utilities/logging.
 */
@FunctionalInterface
public interface Notifier {
  /**
   * Sends a notification if the client wants it. Blocks while the client reads more slowly than the
   * server writes.
   *
   * <p>A {@code notifications/message} below the log level of the request, or without one, is
   * dropped. So is a {@code notifications/progress} without the progress token of the request, or
   * whose progress is not greater than that of the one before.
   *
   * @param method what is reported
   * @param params the details
   * @param <P> the type of the details
   * @throws IllegalArgumentException if the method belongs to a subscription, not to a request
   */
  <P extends NotificationParams> void notify(NotificationMethod<P> method, P params);

  /**
   * Lets the client hang up and ask later for what is still to come. Does nothing where clients
   * cannot come back.
   *
   * @param retryAfter how long the client should wait, not negative
   */
  default void detach(Duration retryAfter) {}
}
