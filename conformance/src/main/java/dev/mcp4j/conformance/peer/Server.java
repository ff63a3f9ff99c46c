/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.wire.Recorder;
import java.time.Duration;

/** A server under test. Used by one thread at a time, unless a method says otherwise. */
public interface Server extends AutoCloseable {
  /**
   * Sends something and waits for what comes back: until the response, or the end of the body.
   *
   * @param ask what to send
   * @return what came back
   */
  Reply send(Ask ask);

  /**
   * Sends a request whose messages are read one by one. Any thread may use the stream, one at a
   * time; several streams may be open.
   *
   * @param ask the request
   * @return the open stream
   */
  MessageStream open(Ask ask);

  /**
   * Returns what keeps the bytes.
   *
   * @return the recorder
   */
  Recorder recorder();

  /**
   * Returns how long a peer may take to answer.
   *
   * @return the time
   */
  Duration patience();

  /**
   * Returns the transport.
   *
   * @return the transport
   */
  Transport transport();

  /** Ends connections and processes that this started. */
  @Override
  void close();
}
