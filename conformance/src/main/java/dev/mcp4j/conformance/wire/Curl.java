/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Says a request as a command line. */
public final class Curl {
  private static final List<String> ADDED_BY_CURL = List.of("host", "content-length", "connection");

  private Curl() {}

  /**
   * Says a request as a command line for a POSIX shell.
   *
   * @param uri where it goes
   * @param request the request
   * @return the command, empty if the request cannot be said that way
   */
  public static Optional<String> of(URI uri, HttpRequest request) {
    if (!request.body().isUtf8() || !request.headers().stream().allMatch(Curl::isPlain)) {
      return Optional.empty();
    }
    StringBuilder line = new StringBuilder("curl -isN");
    if (!request.method().equals("POST")) {
      line.append(" -X ").append(request.method());
    }
    line.append(' ').append(quote(uri.toString()));
    for (Header header : request.headers()) {
      if (!ADDED_BY_CURL.contains(header.name().toLowerCase(java.util.Locale.ROOT))) {
        String empty = header.name() + ";";
        String full = header.name() + ": " + header.value();
        line.append(" -H ").append(quote(header.value().isEmpty() ? empty : full));
      }
    }
    for (String added : List.of("Accept", "Content-Type")) {
      if (Header.find(request.headers(), added).isEmpty()) {
        line.append(" -H ").append(quote(added + ":"));
      }
    }
    if (request.method().equals("POST")) {
      line.append(" --data-raw ").append(quote(request.body().text()));
    }
    return Optional.of(line.toString());
  }

  private static boolean isPlain(Header header) {
    return (header.name() + header.value()).chars().allMatch(c -> c >= ' ' && c < 127);
  }

  private static String quote(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
