/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

/** A server under test. Used by one thread at a time, unless a method says otherwise. */
public interface Server extends Peer {
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
}
