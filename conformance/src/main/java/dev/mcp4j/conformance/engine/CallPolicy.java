/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which tools of a server may be called, since a tool can do anything.
 *
 * @param all whether all may be
 * @param names names of tools that may be, besides those that are known or said to be harmless
 */
public record CallPolicy(boolean all, Set<String> names) {
  /** Only tools that say they only read, and those of the fixture contract. */
  public static final CallPolicy SAFE = new CallPolicy(false, Set.of());

  /** Copies the names. */
  public CallPolicy {
    names = Set.copyOf(names);
  }

  boolean allows(JsonNode tool) {
    String name = tool.path("name").stringValue("");
    return all
        || names.contains(name)
        || name.startsWith("test_")
        || name.startsWith("conformance_")
        || tool.path("annotations").path("readOnlyHint").booleanValue(false);
  }
}
