/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {
  private static final URI ENDPOINT = URI.create("http://localhost:1/mcp");

  @Test
  void nothingIsHidden() {
    Recorder recorder = new Recorder();
    int connection = recorder.newConnection();
    recorder.sent(connection, bytes("a\u0001\u200fb\u00e4\n"), "");
    recorder.received(connection, bytes("c\r\n"));
    recorder.received(connection, bytes("d"));
    assertThat(recorder.transcript().text()).isEqualTo("> a\\x01\\u200fb\u00e4\n< c\n< d\n");
  }

  @Test
  void bytesThatAreNoTextAreShownAsBytes() {
    Recorder recorder = new Recorder();
    recorder.sent(1, new byte[] {'a', (byte) 0xe4, 'b'}, "");
    assertThat(recorder.transcript().text()).isEqualTo("> a\\xe4b\n");
  }

  @Test
  void severalConnectionsAreNumbered() {
    Recorder recorder = new Recorder();
    recorder.sent(1, bytes("a"), "");
    recorder.sent(2, bytes("b"), "");
    assertThat(recorder.transcript().text()).isEqualTo("1 > a\n2 > b\n");
  }

  @Test
  void requestIsSaidForCurl() {
    HttpRequest request =
        new HttpRequest(
            "POST",
            "/mcp",
            List.of(new Header("Host", "x"), new Header("Accept", ""), new Header("A", "b'c")),
            Bytes.utf8("{\"a\":\"it's\"}"));
    assertThat(Curl.of(ENDPOINT, request))
        .contains(
            "curl -isN 'http://localhost:1/mcp' -H 'Accept;' -H 'A: b'\\''c' -H 'Content-Type:'"
                + " --data-raw '{\"a\":\"it'\\''s\"}'");
  }

  @Test
  void requestWithControlCharactersCannotBeSaidForCurl() {
    List<Header> headers = List.of(new Header("A", "\u0001"));
    assertThat(Curl.of(ENDPOINT, new HttpRequest("POST", "/", headers, Bytes.NONE))).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
