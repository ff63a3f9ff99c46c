/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.junit;

import dev.mcp4j.api.ProtocolVersion;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The revisions a test can run at: those that the client and the server of this library speak. */
final class Revisions {
  static final List<String> ALL = ProtocolVersion.MODERN;

  private Revisions() {}

  /** The revisions a test names, or all of them. */
  static List<String> chosen(String... named) {
    for (String revision : named) {
      if (!ALL.contains(revision)) {
        throw new ExtensionConfigurationException(
            "no test runs at revision %s, only at %s".formatted(revision, ALL));
      }
    }
    return named.length == 0 ? ALL : List.of(named);
  }
}
