/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** B10: there is no proxy in mcp4j, so all it can do is to say what whoever writes one must do. */
class ProxyDutiesTest {
  @Test
  void b10DutiesOfAProxyAreDocumented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "authorization-server.md"));
    String section = page.substring(page.indexOf("## A proxy in front of somebody else's"));

    assertThat(section)
        .contains("consent", "framed", "forged requests")
        .contains("`__Host-`", "`Secure`", "`HttpOnly`", "`SameSite=Lax`")
        .contains("`state` is random, used once", "redirect URIs are compared exactly");
  }
}
