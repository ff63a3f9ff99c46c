/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import java.time.Duration;
import java.util.Optional;

/** The messages for one request, as they come. */
public interface MessageStream extends AutoCloseable {
  /**
   * Waits for the next message.
   *
   * @param timeout how long
   * @return the message, empty if none came in time or the stream is over
   */
  Optional<Reply.Message> next(Duration timeout);

  /**
   * Reads on until the response has come, and over HTTP on to the end of the body if that comes
   * soon.
   *
   * @return all that has come
   */
  Reply readAll();

  /**
   * Tells whether nothing more can come.
   *
   * @return true if the peer ended the stream
   */
  boolean isOver();

  /**
   * Returns what has come so far.
   *
   * @return a reply
   */
  Reply soFar();

  /**
   * Gives the request up, the way the transport does: over HTTP by closing the connection, on stdio
   * by a notification.
   */
  @Override
  void close();
}
