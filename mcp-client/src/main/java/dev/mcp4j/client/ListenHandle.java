/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.client.core.ListenLoop;

/** A subscription to changes, open until it is closed. Safe for use by several threads. */
public final class ListenHandle implements AutoCloseable {
  private final ListenLoop loop;

  ListenHandle(ListenLoop loop) {
    this.loop = loop;
  }

  /**
   * Returns what the server reports.
   *
   * @return the filter as last acknowledged, which can be less than was asked for
   */
  public SubscriptionFilter acknowledged() {
    return loop.acknowledged();
  }

  /**
   * Tells whether the subscription goes on, be it that it is just being opened again.
   *
   * @return false once it was closed or given up
   */
  public boolean isOpen() {
    return loop.isOpen();
  }

  /**
   * Ends the subscription. Does not wait: a listener that is just being called still runs, and is
   * the last. Idempotent.
   */
  @Override
  public void close() {
    loop.close();
  }
}
