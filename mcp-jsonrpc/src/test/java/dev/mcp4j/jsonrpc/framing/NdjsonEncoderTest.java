/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NdjsonEncoderTest {

  @Test
  void messageGetsOneLf() {
    assertThat(NdjsonEncoder.encode(utf8("{\"a\":\"ä\"}"))).isEqualTo(utf8("{\"a\":\"ä\"}\n"));
  }

  @Test
  void streamGetsTheSameBytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    NdjsonEncoder.write(utf8("{}"), out);
    NdjsonEncoder.write(utf8("[]"), out);

    assertThat(out.toByteArray()).isEqualTo(utf8("{}\n[]\n"));
  }

  @Test
  void rawLineBreakIsRefusedAndNothingIsWritten() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> NdjsonEncoder.encode(utf8("{\n}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a message on one line, but byte 1 is a raw LF");
    assertThatThrownBy(() -> NdjsonEncoder.write(utf8("{\"long enough\":\r}"), out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a message on one line, but byte 15 is a raw CR");
    assertThat(out.size()).isZero();
  }

  @Test
  void emptyMessageIsRefused() {
    assertThatThrownBy(() -> NdjsonEncoder.encode(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected one JSON text, but the message is empty");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }
}
