/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** B10: mcp4j has no proxy in front of somebody else's authorization, but says what one needs. */
class ProxyProtectionsTest {
  @Test
  void b10EveryProtectionOfAProxyIsWrittenDown() throws Exception {
    Path page = Path.of("").toAbsolutePath().resolveSibling("docs/authorization-server.md");

    assertThat(Files.readString(page))
        .contains(
            "consent for each MCP",
            "cannot be framed",
            "forged requests",
            "`__Host-`",
            "`state` is random, used once, and set only after",
            "redirect URIs are compared exactly");
  }
}
