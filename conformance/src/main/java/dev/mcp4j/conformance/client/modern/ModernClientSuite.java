/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.client.modern;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import dev.mcp4j.conformance.client.auth.AuthProperties;
import dev.mcp4j.conformance.engine.Suite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What clients of revision 2026-07-28 are checked for. */
public final class ModernClientSuite {
  private ModernClientSuite() {}

  /**
   * Returns the suite.
   *
   * @return the properties, and what is looked at in every exchange
   */
  public static Suite suite() {
    return new Suite(
        Revision.V2026_07_28,
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
                ExchangeProperties.class,
                HttpParamProperties.class,
                ListProperties.class,
                InputProperties.class,
                CacheProperties.class,
                CancelProperties.class,
                SubscriptionProperties.class,
                StdioProperties.class,
                SchemaProperties.class,
                TaskProperties.class,
                TaskHandleProperties.class));
    classes.addAll(AuthProperties.classes());
    return classes;
  }

  private static Set<String> observed() {
    Set<String> observed = new TreeSet<>(ClientRules.checks());
    observed.addAll(AuthProperties.observed(Revision.V2026_07_28));
    return observed;
  }

  /**
   * Returns what can be checked of a client without a driver.
   *
   * @return one property, and what is looked at in every exchange
   */
  public static Suite scenarios() {
    return new Suite(
        Revision.V2026_07_28,
        Role.CLIENT,
        List.of(ScenarioProperties.class),
        (trial, reply) -> {},
        ClientRules.checks());
  }
}
