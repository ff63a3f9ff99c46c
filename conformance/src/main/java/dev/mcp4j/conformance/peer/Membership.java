/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a client and a server have agreed on by a handshake, for the messages that follow it. */
public interface Membership {
  /**
   * Returns the revision.
   *
   * @return the one that the server chose
   */
  String version();

  /**
   * Returns the session.
   *
   * @return the id that the server gave it over HTTP, empty if it gave none
   */
  Optional<String> sessionId();

  /**
   * Returns what the client can do.
   *
   * @return the capabilities it declared
   */
  JsonNode capabilities();
}
