/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.wire.IncomingRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parameters of a query or of a form, in which names may be there several times. Immutable. */
final class Parameters {
  private final Map<String, List<String>> values = new LinkedHashMap<>();

  private Parameters(String text) {
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        values.computeIfAbsent(decoded(name), key -> new ArrayList<>()).add(decoded(value));
      }
    }
  }

  static Parameters ofQuery(IncomingRequest request) {
    int mark = request.path().indexOf('?');
    return new Parameters(mark < 0 ? "" : request.path().substring(mark + 1));
  }

  static Parameters ofForm(IncomingRequest request) {
    return new Parameters(request.body().text());
  }

  /** Writes parameters as a query or a form. */
  static String write(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The value of a parameter, empty if it is not there. */
  String get(String name) {
    return first(name).orElse("");
  }

  /** The scopes, in order of their names. */
  Set<String> scopes() {
    Set<String> scopes = new TreeSet<>(List.of(get("scope").split(" ", -1)));
    scopes.remove("");
    return scopes;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
