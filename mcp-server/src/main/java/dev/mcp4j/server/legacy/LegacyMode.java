/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

/**
 * How clients of older revisions are served.
 *
 * <p>Over standard streams and other connections that belong to one client all modes but {@link
 * #NONE} and {@link #ONLY} are the same: the connection is the session.
 */
public enum LegacyMode {
  /** Not at all. */
  NONE,

  /**
   * Beside the modern ones, over HTTP without sessions. The server keeps nothing, so it cannot ask
   * such a client, log to it, or tell it what changes.
   */
  STATELESS,

  /**
   * Beside the modern ones, over HTTP with session ids that carry, sealed, what the client said in
   * the handshake. The server keeps nothing, so any instance with the same {@link
   * dev.mcp4j.server.KeyRing} serves any client. It cannot log to such a client or tell it what
   * changes, and can ask it only to send its user to a web page.
   */
  SEALED,

  /** Beside the modern ones, over HTTP with sessions. The default. */
  SESSIONS,

  /** With sessions, and nobody else: modern clients find a server of the older kind. */
  ONLY
}
