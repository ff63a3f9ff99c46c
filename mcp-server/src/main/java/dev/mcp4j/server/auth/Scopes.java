/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses what is no scope, before it gets into a header. */
final class Scopes {
  /** RFC 6749, section 3.3. */
  private static final Pattern TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

  private static final String OFFLINE_ACCESS = "offline_access";

  private Scopes() {}

  static List<String> checked(Collection<String> scopes) {
    for (String scope : scopes) {
      if (!TOKEN.matcher(scope).matches()) {
        throw new IllegalArgumentException(
            "expected a scope such as notes.read, but was: " + scope);
      }
      if (scope.equals(OFFLINE_ACCESS)) {
        throw new IllegalArgumentException(
            OFFLINE_ACCESS + " is between a client and its authorization server");
      }
    }
    return List.copyOf(new LinkedHashSet<>(scopes));
  }
}
