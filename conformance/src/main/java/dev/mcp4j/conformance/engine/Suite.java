/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import dev.mcp4j.conformance.catalogue.Catalogue;
import dev.mcp4j.conformance.catalogue.Revision;
import dev.mcp4j.conformance.catalogue.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Property;

/**
 * What there is to check peers of one role by one revision.
 *
 * @param revision the revision
 * @param role the role of the peers
 * @param classes the classes that hold the properties
 * @param observer what looks at every reply
 * @param observed the requirements that the observer checks
 */
public record Suite(
    Revision revision, Role role, List<Class<?>> classes, Observer observer, Set<String> observed) {
  /** Copies the lists. */
  public Suite {
    classes = List.copyOf(classes);
    observed = Set.copyOf(observed);
  }

  /**
   * Returns all properties that check something the revision demands.
   *
   * @return the properties, by class and name
   */
  public List<PropertyCase> properties() {
    return classes.stream()
        .flatMap(
            type ->
                Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Property.class))
                    .sorted(Comparator.comparing(java.lang.reflect.Method::getName)))
        .map(method -> new PropertyCase(revision, method))
        .filter(property -> !property.isForeign())
        .toList();
  }

  /**
   * Returns the requirements that are checked.
   *
   * @return their ids
   */
  public Set<String> checked() {
    Set<String> checked = new TreeSet<>(observed);
    properties().forEach(property -> checked.addAll(property.checks()));
    return checked;
  }

  /**
   * Returns the catalogue of the revision.
   *
   * @return the catalogue
   */
  public Catalogue catalogue() {
    return Catalogue.of(revision);
  }
}
