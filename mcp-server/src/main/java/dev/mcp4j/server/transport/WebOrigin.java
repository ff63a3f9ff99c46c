/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a web page comes from, as the header {@code Origin} names it. The opaque origin {@code
 * null} is none.
 *
 * @param scheme the scheme in lower case
 * @param authority the host, and the port unless it is the default of the scheme
 */
public record WebOrigin(String scheme, HostPort authority) {
  private static final Pattern SYNTAX =
      Pattern.compile("(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://(?<authority>[^/]+)");

  /**
   * Checks the components and leaves out a default port.
   *
   * @param scheme not null
   * @param authority not null
   */
  public WebOrigin {
    Objects.requireNonNull(scheme, "scheme");
    if (isDefaultPort(scheme, authority.port())) {
      authority = new HostPort(authority.host(), HostPort.NO_PORT);
    }
  }

  private static boolean isDefaultPort(String scheme, int port) {
    return (scheme.equals("http") && port == 80) || (scheme.equals("https") && port == 443);
  }

  /**
   * Reads an origin.
   *
   * @param text for example {@code https://app.example.com}
   * @return the origin in its canonical form, or empty if the text is something else
   */
  public static Optional<WebOrigin> parse(String text) {
    var matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group("scheme").toLowerCase(Locale.ROOT);
    return HostPort.parse(matcher.group("authority"))
        .map(authority -> new WebOrigin(scheme, authority));
  }

  /**
   * Tells whether the page was served over HTTP by this machine itself.
   *
   * @return true for HTTP and HTTPS with a {@linkplain HostPort#isLoopback loopback} host
   */
  public boolean isLoopback() {
    return (scheme.equals("http") || scheme.equals("https")) && authority.isLoopback();
  }

  /**
   * Returns the canonical text.
   *
   * @return scheme and authority
   */
  @Override
  public String toString() {
    return scheme + "://" + authority;
  }
}
