/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.engine;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The parameters of a tool that are mirrored into headers. */
public final class Mirrors {
  /** The start of the names of their headers. */
  public static final String PREFIX = "Mcp-Param-";

  private Mirrors() {}

  /**
   * Finds the annotated properties at the top level of a tool's input.
   *
   * @param tool the definition of a tool
   * @return the name of each property and the name in its annotation
   */
  public static Map<String, String> of(JsonNode tool) {
    Map<String, String> mirrors = new LinkedHashMap<>();
    tool.path("inputSchema")
        .path("properties")
        .properties()
        .forEach(
            property -> {
              JsonNode header = property.getValue().path("x-mcp-header");
              if (header.isString()) {
                mirrors.put(property.getKey(), header.stringValue());
              }
            });
    return mirrors;
  }
}
