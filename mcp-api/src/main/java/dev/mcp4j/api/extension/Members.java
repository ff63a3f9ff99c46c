/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.extension;

import dev.mcp4j.api.JsonObject;

/** Checks members. */
final class Members {
  private Members() {}

  static void requireNone(JsonObject members, String name) {
    if (members.node().has(name)) {
      throw new IllegalArgumentException("not a member of an extension: " + name);
    }
  }
}
