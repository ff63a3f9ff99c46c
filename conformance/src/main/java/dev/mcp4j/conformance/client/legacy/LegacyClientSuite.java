/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.legacy;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.client.auth.AuthProperties;
import dev.mcp4j.conformance.engine.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What clients of revision 2025-11-25 are checked for. */
public final class LegacyClientSuite {
  private LegacyClientSuite() {}

  /**
   * Returns the suite.
   *
   * @return the properties, and what is looked at in every exchange
   */
  public static Suite suite() {
    return new Suite(
        Revision.V2025_11_25,
        Role.CLIENT,
        classes(),
        // Messages of clients are looked at by the stage they are sent on.
        (trial, reply) -> {},
        observed());
  }

  private static List<Class<?>> classes() {
    List<Class<?>> classes =
        new ArrayList<>(
            List.of(
                LegacyExchangeProperties.class,
                LegacyHabitProperties.class,
                LegacyQuestionProperties.class));
    classes.addAll(AuthProperties.classes());
    return classes;
  }

  private static Set<String> observed() {
    Set<String> observed = new TreeSet<>(LegacyClientRules.checks());
    observed.addAll(AuthProperties.observed(Revision.V2025_11_25));
    return observed;
  }
}
