/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodiesTest {
  @Test
  void chunksAreJoinedAndTrailersPassedOver() throws IOException {
    InputStream wire = wire("3\r\nabc\r\n0a;x=1\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\nnext");
    assertThat(text(new ChunkedBody(wire))).isEqualTo("abc0123456789");
    assertThat(text(wire)).isEqualTo("next");
  }

  @Test
  void cutChunkIsAnError() {
    assertThatThrownBy(() -> text(new ChunkedBody(wire("5\r\nab"))))
        .isInstanceOf(EOFException.class);
  }

  @Test
  void announcedLengthIsReadAndNoMore() throws IOException {
    InputStream wire = wire("abcdef");
    assertThat(text(new LimitedBody(wire, 4))).isEqualTo("abcd");
    assertThat(text(wire)).isEqualTo("ef");
    assertThatThrownBy(() -> text(new LimitedBody(wire("ab"), 3))).isInstanceOf(EOFException.class);
  }

  @Test
  void headIsReadLeniently() throws IOException {
    HttpHead head =
        HttpHead.parse(
            List.of("HTTP/1.1 200", "content-TYPE:  text/Event-Stream ; charset=utf-8", "x"));
    assertThat(head.status()).isEqualTo(200);
    assertThat(head.mediaType()).isEqualTo("text/event-stream");
    assertThat(head.keepsConnection()).isFalse();
    assertThatThrownBy(() -> HttpHead.parse(List.of("hello"))).isInstanceOf(IOException.class);
  }

  private static InputStream wire(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }
}
