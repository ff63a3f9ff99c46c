/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.coverage;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.client.legacy.LegacyClientSuite;
import dev.mcp4j.conformance.client.modern.ModernClientSuite;
import dev.mcp4j.conformance.engine.Suite;
import dev.mcp4j.conformance.server.legacy.LegacySuite;
import dev.mcp4j.conformance.server.modern.ModernSuite;
import java.util.List;
import java.util.Optional;

/** All suites there are. */
public final class Suites {
  private Suites() {}

  /**
   * Returns all suites.
   *
   * @return the suites
   */
  public static List<Suite> all() {
    return List.of(
        ModernSuite.suite(),
        LegacySuite.suite(),
        ModernClientSuite.suite(),
        LegacyClientSuite.suite());
  }

  /**
   * Finds a suite.
   *
   * @param revision its revision
   * @param role its role
   * @return the suite, empty if there is none yet
   */
  public static Optional<Suite> of(Revision revision, Role role) {
    return all().stream()
        .filter(suite -> suite.revision() == revision && suite.role() == role)
        .findFirst();
  }
}
