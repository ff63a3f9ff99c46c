/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.wire.Header;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the challenge of a server is written.
 *
 * @param before challenges of other schemes that come first
 * @param after challenges of other schemes that come behind
 * @param separate whether each challenge is a header of its own
 * @param reversed whether the parameters come in reverse order
 * @param tokens whether values are not quoted where they need not be
 * @param oddCase whether the scheme and the names are in upper case
 * @param comma what is between challenges and between parameters
 * @param extra a parameter that means nothing here, perhaps empty
 */
record Challenge(
    List<String> before,
    List<String> after,
    boolean separate,
    boolean reversed,
    boolean tokens,
    boolean oddCase,
    String comma,
    String extra) {
  /** A plain one. */
  static final Challenge PLAIN =
      new Challenge(List.of(), List.of(), false, false, false, false, ", ", "");

  /** Copies the lists. */
  Challenge {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** Writes it. */
  List<Header> headers(Map<String, String> parameters) {
    List<String> all = new ArrayList<>(before);
    all.add(bearer(parameters));
    all.addAll(after);
    return (separate ? all : List.of(String.join(comma, all)))
        .stream().map(value -> new Header("WWW-Authenticate", value)).toList();
  }

  private String bearer(Map<String, String> parameters) {
    List<String> written = new ArrayList<>();
    if (!extra.isEmpty()) {
      written.add(extra);
    }
    parameters.forEach((name, value) -> written.add(cased(name) + "=" + value(value)));
    if (reversed) {
      Collections.reverse(written);
    }
    return cased("Bearer")
        + (written.isEmpty() ? "" : " ")
        + written.stream().collect(Collectors.joining(comma));
  }

  private String value(String value) {
    boolean token = tokens && value.matches("[A-Za-z0-9._~-]+");
    return token ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private String cased(String name) {
    return oddCase ? name.toUpperCase(Locale.ROOT) : name;
  }
}
