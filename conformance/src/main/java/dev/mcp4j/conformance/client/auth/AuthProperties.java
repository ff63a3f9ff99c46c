/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.auth;

import java.util.List;
import java.util.Set;

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
   * @return ids of requirements
   */
  public static Set<String> observed() {
    return AuthRules.checks();
  }
}
