/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.jsonrpc.Inbound;
import java.time.Duration;

/**
 * The server's end of a connection that carries many requests: a stdio process, an in-memory pair.
 * What it has to say goes to the {@link Outbound} it was made with.
 */
public interface MessageEndpoint {
  /**
   * Takes the next message. Called by one thread at a time, in the order of arrival. Runs handlers
   * that answer at once; waits for no other.
   *
   * @param inbound the message, with typed parameters as {@link MessageReader} reads them
   * @param size how many bytes it took
   */
  void receive(Inbound inbound, int size);

  /**
   * Tells whether the next message should be read.
   *
   * @return false if too much waits already
   */
  boolean hasRoom();

  /** Waits until there is room again, or the endpoint is closed. */
  void awaitRoom();

  /**
   * Ends open subscriptions gracefully, lets requests come to their end, and cancels those that do
   * not within the time given. Afterwards everything was handed to the outbound. Idempotent.
   *
   * @param patience how long to wait
   */
  void drain(Duration patience);

  /** Cancels everything: the peer has gone. Idempotent. */
  void close();
}
