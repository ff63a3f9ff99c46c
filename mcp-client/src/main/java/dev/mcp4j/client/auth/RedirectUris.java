/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.auth;

import java.net.URI;
import java.util.Locale;

/**
 * Where users and their browsers may be sent.
 *
 * <p>Specification 2026-07-28: basic/authorization/security-considerations.
 */
final class RedirectUris {
  private RedirectUris() {}

  /** Whether users may come back to a URI: with https, or to their own device. */
  static boolean isAllowed(String redirectUri) {
    try {
      URI uri = URI.create(redirectUri);
      return uri.getRawFragment() == null && isSafe(uri);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether a browser may be sent to a URL: never to a script, a file or another program. */
  static boolean isSafe(URI url) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    String host = url.getHost();
    return host != null
        && url.getRawUserInfo() == null
        && (scheme.equals("https") || (scheme.equals("http") && HostAddress.isLoopbackName(host)));
  }
}
