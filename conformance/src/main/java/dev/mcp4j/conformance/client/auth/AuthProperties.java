/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Demands;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What clients are checked for when servers are protected. */
public final class AuthProperties {
  private AuthProperties() {}

  /**
   * Returns the classes that hold the properties.
   *
   * @return the classes
   */
  public static List<Class<?>> classes() {
    return List.of(
        AuthDiscoveryProperties.class,
        AuthResponseProperties.class,
        AuthClientIdProperties.class,
        AuthTokenProperties.class,
        AuthScopeProperties.class);
  }

  /**
   * Returns what is looked at in every exchange.
   *
   * @param revision the revision that clients are checked by
   * @return ids of requirements that it has
   */
  public static Set<String> observed(Revision revision) {
    return AuthRules.checks().stream()
        .filter(id -> !Demands.isForeign(revision, id))
        .collect(Collectors.toUnmodifiableSet());
  }
}
