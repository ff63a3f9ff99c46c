/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.RequestId;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How the messages of a scripted peer travel. Safe for use by several threads. */
interface Wire {
  /** Takes what arrives. Called by any thread. */
  interface Receiver {
    /**
     * Takes a message.
     *
     * @param message what it is made of; good until this method returns
     * @param about the request in answer to which it came; null where the wire does not tell
     */
    void onMessage(byte[] message, @Nullable RequestId about);

    /** Takes note of something that is no message. */
    void onNote(String what);

    /** Tells that nothing will arrive any more. */
    void onEnd();
  }

  /** Begins to receive. Called once, first. */
  void start(Receiver receiver);

  /**
   * Sends a message.
   *
   * @param message one message, or whatever a script sends instead
   * @param about the request of the other side it answers or is part of the answer to; null for
   *     none
   */
  void send(byte[] message, @Nullable RequestId about) throws IOException;

  /** Says that nothing will be sent any more, and goes on receiving. Idempotent. */
  void finish();

  /** Ends the connection. Idempotent. */
  void close();
}
