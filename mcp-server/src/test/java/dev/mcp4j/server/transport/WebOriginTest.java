/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {
  @ParameterizedTest
  @CsvSource({
    "https://app.example.com, https://app.example.com",
    "HTTPS://App.Example.com, https://app.example.com",
    "https://app.example.com:443, https://app.example.com",
    "http://app.example.com:80, http://app.example.com",
    "http://app.example.com:443, http://app.example.com:443",
    "https://app.example.com:8443, https://app.example.com:8443",
    "http://[::1]:3000, http://[0:0:0:0:0:0:0:1]:3000",
    "vscode-webview://a1b2, vscode-webview://a1b2"
  })
  void originIsReadInCanonicalForm(String text, String canonical) {
    assertThat(WebOrigin.parse(text)).map(WebOrigin::toString).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "",
        "*",
        "localhost",
        "//localhost",
        "http:/localhost",
        "http://",
        "http://localhost/",
        "http://localhost/path",
        "http://user@localhost",
        "http://localhost http://evil.com",
        "file://",
        "1http://localhost"
      })
  void whatIsNoOriginIsRefused(String text) {
    assertThat(WebOrigin.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost, true",
    "https://LOCALHOST:8443, true",
    "http://127.0.0.1:3000, true",
    "http://[::1]:3000, true",
    "http://localhost.evil.com, false",
    "http://evil.com, false",
    "ftp://localhost, false",
    "chrome-extension://localhost, false"
  })
  void onlyPagesServedByThisMachineAreLoopback(String text, boolean loopback) {
    assertThat(WebOrigin.parse(text))
        .hasValueSatisfying(origin -> assertThat(origin.isLoopback()).isEqualTo(loopback));
  }
}
