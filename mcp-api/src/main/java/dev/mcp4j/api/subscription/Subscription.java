/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.subscription;

import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;

/**
 * A request that stays open and delivers notifications until either side ends it. It holds no
 * thread.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions.
 */
public interface Subscription {
  /**
   * Returns what the server agreed to report. It is sent as the acknowledgment before anything
   * else.
   *
   * @return the subset of the wanted changes
   */
  SubscriptionFilter acknowledged();

  /**
   * Starts the delivery. Called once, after the acknowledgment was handed to the transport.
   *
   * @param sink where to put notifications
   */
  void start(Sink sink);

  /**
   * Ends the delivery and frees what it holds. Idempotent; called when either side has gone or ends
   * the stream.
   */
  void close();

  /**
   * Where a subscription puts its notifications. Safe for use by several threads; never blocks on
   * the peer.
   */
  interface Sink {
    /**
     * Delivers a notification, tagged with the id of the subscription.
     *
     * @param method what happened
     * @param params the details
     * @param <P> the type of the details
     * @return false if the peer reads too slowly to take it now: nothing was delivered, try again
     *     later or {@linkplain #complete() end}; true otherwise, also after the end
     */
    <P extends NotificationParams> boolean send(NotificationMethod<P> method, P params);

    /** Ends the stream gracefully with a result. Idempotent. */
    void complete();
  }
}
