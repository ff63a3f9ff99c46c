/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import tools.jackson.databind.node.ObjectNode;

/** A server that follows a script, on one transport. */
public interface ScriptedServer extends AutoCloseable {
  /**
   * Returns where a client finds the server.
   *
   * @return an object with the member {@code http}, a URL, or {@code stdio}, the words of a command
   */
  ObjectNode target();

  /**
   * Returns what was received.
   *
   * @return the messages, those to come included
   */
  Inbox inbox();

  /** Ends all connections. */
  @Override
  void close();
}
