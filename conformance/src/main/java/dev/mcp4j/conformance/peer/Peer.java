/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.wire.Recorder;
import java.time.Duration;

/** What is under test: a server, or a client with its driver. */
public interface Peer extends AutoCloseable {
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
