/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import dev.mcp4j.api.ProtocolVersion;
import java.util.Objects;

/**
 * What a client has found out about which kind of server it has to do with. It is worth keeping,
 * because finding out takes a request, and with some servers a process: {@link #toString} makes a
 * text of it, and {@link #parse} takes that back.
 *
 * <p>Specification 2026-07-28: basic/versioning, Backward Compatibility with Initialization-Based
 * Versions.
 *
 * @param protocolVersion the revision the client speaks with the server, one of {@link
 *     ProtocolVersion}
 * @param eventStream whether the server has the HTTP+SSE transport of revision 2024-11-05
 */
public record ServerEra(String protocolVersion, boolean eventStream) {
  private static final String EVENT_STREAM = "+sse";

  /**
   * Checks the components.
   *
   * @param protocolVersion one of {@link ProtocolVersion}
   * @param eventStream false for a revision without a handshake
   * @throws IllegalArgumentException if there is no such revision, or it has no such transport
   */
  public ServerEra {
    Objects.requireNonNull(protocolVersion, "protocolVersion");
    boolean modern = ProtocolVersion.MODERN.contains(protocolVersion);
    if (!modern && !ProtocolVersion.LEGACY.contains(protocolVersion)) {
      throw new IllegalArgumentException("unknown revision " + protocolVersion);
    }
    if (modern && eventStream) {
      throw new IllegalArgumentException("revision %s has no HTTP+SSE".formatted(protocolVersion));
    }
  }

  /**
   * Takes back what {@link #toString} has made.
   *
   * @param text the text
   * @return the value
   * @throws IllegalArgumentException if it is no such text, or one of a later version of this
   *     library
   */
  public static ServerEra parse(String text) {
    boolean eventStream = text.endsWith(EVENT_STREAM);
    int end = text.length() - (eventStream ? EVENT_STREAM.length() : 0);
    return new ServerEra(text.substring(0, end), eventStream);
  }

  /**
   * Tells whether requests carry their own metadata, so that there is no handshake.
   *
   * @return true from revision 2026-07-28 on
   */
  public boolean isModern() {
    return ProtocolVersion.MODERN.contains(protocolVersion);
  }

  /**
   * Makes a text to keep.
   *
   * @return a short text of letters, digits, {@code -} and {@code +}
   */
  @Override
  public String toString() {
    return eventStream ? protocolVersion + EVENT_STREAM : protocolVersion;
  }
}
