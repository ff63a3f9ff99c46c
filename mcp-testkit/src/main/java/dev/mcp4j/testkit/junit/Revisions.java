/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.api.ProtocolVersion;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The revisions a test can run at: those that the client and the server of this library speak. */
final class Revisions {
  static final List<String> ALL =
      Stream.concat(ProtocolVersion.MODERN.stream(), ProtocolVersion.LEGACY.stream()).toList();

  private Revisions() {}

  /** What the test says, else what is said of the server, else all of them. */
  static List<String> chosen(McpTest test, ServedBy server) {
    String[] named = test.revisions().length > 0 ? test.revisions() : server.revisions();
    for (String revision : named) {
      if (!ALL.contains(revision)) {
        throw new ExtensionConfigurationException(
            "no test runs at revision %s, only at %s".formatted(revision, ALL));
      }
    }
    return named.length == 0 ? ALL : List.of(named);
  }
}
