/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.catalogue.Revision;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One property, as a method.
 *
 * @param revision the revision it belongs to
 * @param method the method
 */
public record PropertyCase(Revision revision, Method method) {
  /**
   * Returns its name.
   *
   * @return class and method, for example {@code HttpHeaders.missingMethodIsRefused}
   */
  public String name() {
    String type = method.getDeclaringClass().getSimpleName();
    return type.replaceFirst("Properties$", "") + "." + method.getName();
  }

  /**
   * Returns the requirements it checks.
   *
   * @return the ids of those that the revision has
   */
  public List<String> checks() {
    Checks checks = method.getAnnotation(Checks.class);
    return checks == null
        ? List.of()
        : Stream.of(checks.value()).filter(id -> !Demands.isForeign(revision, id)).toList();
  }

  /** Whether everything it checks is demanded by other revisions only. */
  boolean isForeign() {
    Checks checks = method.getAnnotation(Checks.class);
    return checks != null && checks.value().length > 0 && checks().isEmpty();
  }

  int tries(int wanted) {
    if (Stream.of(method.getParameterTypes()).allMatch(Trial.class::equals)) {
      return 1;
    }
    Tries limit = method.getAnnotation(Tries.class);
    return limit == null ? wanted : Math.min(limit.value(), wanted);
  }

  /** Why the property makes no sense for a peer; empty if it does. */
  Optional<String> obstacle(Profile profile) {
    return Stream.of(
            method.getDeclaringClass().getAnnotation(Needs.class),
            method.getAnnotation(Needs.class))
        .flatMap(needs -> obstacles(needs, profile))
        .findFirst();
  }

  private static Stream<String> obstacles(@Nullable Needs needs, Profile profile) {
    if (needs == null) {
      return Stream.empty();
    }
    Stream<String> features =
        Stream.of(needs.value()).filter(feature -> !feature.isIn(profile)).map(Feature::otherwise);
    Stream<String> tools =
        Stream.of(needs.tools())
            .filter(tool -> profile.tool(tool).isEmpty())
            .map(tool -> "the server has no tool " + tool + " (fixture contract)");
    Stream<String> abilities =
        Stream.of(needs.abilities())
            .filter(ability -> !profile.abilities().contains(ability))
            .map(ability -> "the driver of the client does not have the ability " + ability);
    return Stream.of(features, tools, abilities).flatMap(lines -> lines);
  }
}
