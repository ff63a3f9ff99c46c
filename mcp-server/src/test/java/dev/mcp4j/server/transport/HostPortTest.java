/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
  @ParameterizedTest
  @CsvSource({
    "localhost, localhost, -1",
    "localhost:, localhost, -1",
    "LocalHost:8080, localhost, 8080",
    "127.0.0.1:80, 127.0.0.1, 80",
    "mcp.Example.com:65535, mcp.example.com, 65535",
    "[::1], [0:0:0:0:0:0:0:1], -1",
    "[::1]:8080, [0:0:0:0:0:0:0:1], 8080",
    "[0:0:0:0:0:0:0:1], [0:0:0:0:0:0:0:1], -1",
    "[2001:DB8::a], [2001:db8:0:0:0:0:0:a], -1"
  })
  void hostAndPortAreReadInCanonicalForm(String text, String host, int port) {
    assertThat(HostPort.parse(text)).contains(new HostPort(host, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "local host",
        "localhost:65536",
        "localhost:-1",
        "localhost:8o",
        "localhost:80:80",
        "user@localhost",
        "localhost/mcp",
        "::1",
        "[::1",
        "[::1]8080",
        "[::g]",
        "[localhost]",
        "[fe80::1%eth0]",
        "lücke.example",
        "null,localhost"
      })
  void whatIsNoHostIsRefused(String text) {
    assertThat(HostPort.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:1",
        "127.0.0.1",
        "127.1.2.3:99",
        "127.255.255.255",
        "[::1]",
        "[0:0:0:0:0:0:0:1]:8080"
      })
  void loopbackIsRecognizedWhateverCaseAndPort(String text) {
    assertThat(HostPort.parse(text)).hasValueSatisfying(h -> assertThat(h.isLoopback()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost.evil.com",
        "evil-localhost",
        "localhost.",
        "127.0.0.1.evil.com",
        "127.0.0.256",
        "127.0.0.01",
        "127.0.1",
        "128.0.0.1",
        "0.0.0.0",
        "2130706433",
        "[::]",
        "[::2]",
        "[2001:db8::1]"
      })
  void whatOnlyLooksLikeLoopbackIsNot(String text) {
    assertThat(HostPort.parse(text)).hasValueSatisfying(h -> assertThat(h.isLoopback()).isFalse());
  }

  @Property(tries = 200)
  void parsingWhatWasPrintedGivesTheSame(
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String name,
      @ForAll @IntRange(min = -1, max = 65_535) int port) {
    HostPort parsed = HostPort.parse(new HostPort(name, port).toString()).orElseThrow();

    assertThat(HostPort.parse(parsed.toString())).contains(parsed);
    assertThat(parsed.host()).isEqualToIgnoringCase(name);
    assertThat(parsed.port()).isEqualTo(port);
  }

  @Property(tries = 200)
  void noTextMakesParsingFail(@ForAll String text) {
    assertThat(HostPort.parse(text)).isNotNull();
    assertThat(HostPort.parse("[" + text + "]")).isNotNull();
  }

  @Test
  void portOutOfRangeIsRefused() {
    assertThatThrownBy(() -> new HostPort("localhost", 65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a port is at most 65535: 65536");
  }
}
