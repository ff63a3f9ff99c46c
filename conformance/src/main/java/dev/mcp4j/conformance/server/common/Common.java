/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.engine.Demands;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What servers of every revision are checked for. What a revision does not demand is left out. */
public final class Common {
  private Common() {}

  /**
   * Returns the classes with the properties.
   *
   * @return the classes in the order they run in
   */
  public static List<Class<?>> properties() {
    return List.of(
        MessageProperties.class,
        HttpPostProperties.class,
        DefinitionProperties.class,
        ToolProperties.class,
        PromptProperties.class,
        ResourceProperties.class,
        ListProperties.class,
        ProgressProperties.class,
        StdioProperties.class,
        AuthorizationProperties.class,
        TokenProperties.class,
        ScopeProperties.class,
        UserProperties.class,
        ResourceMetadataProperties.class);
  }

  /**
   * Returns the rules for every exchange.
   *
   * @return the rules
   */
  public static List<Rule> rules() {
    return List.of(
        new EnvelopeRule(), new ResultRule(), new ProgressRule(), new HttpRule(), new TokenRule());
  }

  /**
   * Returns what rules check by a revision.
   *
   * @param revision the revision
   * @param rules the rules
   * @return the ids of the requirements
   */
  public static Set<String> checks(Revision revision, Collection<Rule> rules) {
    Set<String> checks = new TreeSet<>();
    rules.forEach(rule -> checks.addAll(rule.checks()));
    checks.removeIf(id -> Demands.isForeign(revision, id));
    return checks;
  }
}
