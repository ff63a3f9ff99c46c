/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.event;

import java.util.function.Consumer;

/**
 * Carries changes from where they happen to every server that has to report them. The one in memory
 * reaches the servers of this process; another one can reach other processes.
 *
 * <p>Implementations are safe for use by several threads. Subscribers expect neither order nor
 * exactly-once delivery: an event only says that something should be read again.
 */
public interface EventBus {
  /**
   * Publishes a change. Does not wait for subscribers to finish with it.
   *
   * @param event what changed
   */
  void publish(ServerEvent event);

  /**
   * Asks for every change published from now on.
   *
   * @param subscriber takes the changes, on any thread, without blocking
   * @return ends the delivery
   */
  Registration subscribe(Consumer<ServerEvent> subscriber);

  /** The right to receive changes. */
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    /** Ends the delivery. Idempotent; a change published at the same time may still arrive. */
    @Override
    void close();
  }
}
