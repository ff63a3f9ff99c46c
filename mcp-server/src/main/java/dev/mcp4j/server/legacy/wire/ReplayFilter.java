/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.server.Notifier;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps log messages from being sent again when a handler runs from its beginning once more. A
 * message counts as sent as often as it was sent. Progress needs no care here: it is never sent
 * twice, nor backwards, for one request.
 */
final class ReplayFilter implements Notifier {
  /** A handler that logs more than this before it asks repeats the rest. */
  private static final int MAX_KEPT = 1_000;

  private final Notifier next;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<LoggingMessageNotificationParams, Integer> sent = new HashMap<>();
  private Map<LoggingMessageNotificationParams, Integer> toSkip = new HashMap<>();
  private int kept;

  ReplayFilter(Notifier next) {
    this.next = next;
  }

  /** Notes that the handler starts over. */
  void rewind() {
    lock.lock();
    try {
      toSkip = new HashMap<>(sent);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public <P extends NotificationParams> void notify(NotificationMethod<P> method, P params) {
    if (!(params instanceof LoggingMessageNotificationParams message && isRepeated(message))) {
      next.notify(method, params);
    }
  }

  private boolean isRepeated(LoggingMessageNotificationParams message) {
    lock.lock();
    try {
      Integer times = toSkip.get(message);
      if (times != null && times > 0) {
        toSkip.put(message, times - 1);
        return true;
      }
      if (kept < MAX_KEPT) {
        kept++;
        sent.merge(message, 1, Integer::sum);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void detach(Duration retryAfter) {
    next.detach(retryAfter);
  }
}
