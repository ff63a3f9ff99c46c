/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import dev.mcp4j.server.transport.HostPort;
import java.net.URI;

/** Tells over which URLs secrets may travel. */
final class SafeUrls {
  private SafeUrls() {}

  /** Tells whether nobody on the way can read along: over TLS, or within this machine. */
  static boolean isSafe(URI uri) {
    if (uri.getHost() == null) {
      return false;
    }
    return "https".equals(uri.getScheme())
        || ("http".equals(uri.getScheme())
            && HostPort.parse(uri.getHost()).filter(HostPort::isLoopback).isPresent());
  }
}
