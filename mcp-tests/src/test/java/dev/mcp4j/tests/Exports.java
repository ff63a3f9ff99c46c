/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What modules export, also where they are on the class path. */
final class Exports {
  private static final Map<URI, Set<String>> KNOWN = new ConcurrentHashMap<>();

  private Exports() {}

  /** The packages exported to everybody by the module a class comes from. */
  static Set<String> of(Class<?> type) {
    try {
      return KNOWN.computeIfAbsent(
          type.getProtectionDomain().getCodeSource().getLocation().toURI(), Exports::read);
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Set<String> read(URI place) {
    return ModuleFinder.of(Path.of(place)).findAll().stream()
        .flatMap(module -> module.descriptor().exports().stream())
        .filter(export -> !export.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toUnmodifiableSet());
  }
}
