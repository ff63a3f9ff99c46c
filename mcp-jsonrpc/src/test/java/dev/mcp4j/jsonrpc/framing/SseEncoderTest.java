/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SseEncoderTest {

  @Example
  void messageIsOneDataLineAndABlankLine() {
    assertThat(text(SseEncoder.encode(utf8("{\"a\":\"ä\"}")))).isEqualTo("data: {\"a\":\"ä\"}\n\n");
  }

  @Example
  void messageEncodesLikeAnEventOfIt() {
    assertThat(SseEncoder.encode(utf8("{}"))).isEqualTo(SseEncoder.encode(SseEvent.of(utf8("{}"))));
  }

  @Example
  void fieldsStandBeforeTheData() {
    SseEvent event = SseEvent.of(utf8("{}")).withType("endpoint").withId("s-1");

    assertThat(text(SseEncoder.encode(event))).isEqualTo("event: endpoint\nid: s-1\ndata: {}\n\n");
    assertThat(text(SseEncoder.encode(event, Duration.ofSeconds(2))))
        .isEqualTo("event: endpoint\nid: s-1\nretry: 2000\ndata: {}\n\n");
  }

  @Example
  void primingEventHasAnEmptyDataLine() {
    assertThat(text(SseEncoder.encode(SseEvent.of(new byte[0]).withId("7"))))
        .isEqualTo("id: 7\ndata: \n\n");
  }

  @Example
  void dataWithLineBreaksIsSeveralDataLines() {
    assertThat(text(SseEncoder.encode(utf8("a\nb\rc\r\nd\n\re\n"))))
        .isEqualTo("data: a\ndata: b\ndata: c\ndata: d\ndata: \ndata: e\ndata: \n\n");
  }

  @Example
  void dataCannotForgeAnEvent() {
    List<String> seen =
        decode(SseEncoder.encode(utf8("a\n\nevent: x\rdata: b\r\n\r\n")), List.of(5));

    assertThat(seen).containsExactly(SseRecorder.message("a\n\nevent: x\ndata: b\n\n"));
  }

  @Example
  void commentIsALineWithAColon() {
    assertThat(text(SseEncoder.comment(""))).isEqualTo(":\n\n");
    assertThat(text(SseEncoder.comment("ping"))).isEqualTo(": ping\n\n");
  }

  @Example
  void commentWithALineBreakIsRefused() {
    assertThatThrownBy(() -> SseEncoder.comment("a\ndata: b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a comment cannot hold a line break");
  }

  @Example
  void negativeRetryIsRefused() {
    assertThatThrownBy(() -> SseEncoder.encode(SseEvent.of(new byte[0]), Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the retry time cannot be negative, but was PT-0.001S");
  }

  @Example
  void fieldThatCannotBeWrittenIsRefused() {
    SseEvent event = SseEvent.of(utf8("{}"));

    assertThatThrownBy(() -> event.withType("a\rb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the type of an event cannot hold a line break");
    assertThatThrownBy(() -> event.withType(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the type of an event cannot be empty");
    assertThatThrownBy(() -> event.withId("a\nb"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the id of an event cannot hold a line break");
    assertThatThrownBy(() -> event.withId(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the id of an event cannot be empty");
    assertThatThrownBy(() -> event.withId("a\0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the id of an event cannot hold a NUL");
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatTheEncoderWritesTheDecoderReads(
      @ForAll("events") List<SseEvent> events, @ForAll("sizes") List<Integer> sizes) {
    StringBuilder stream = new StringBuilder();
    List<String> expected = new ArrayList<>();
    String lastEventId = null;
    for (SseEvent event : events) {
      stream.append(new String(SseEncoder.encode(event), ISO_8859_1));
      lastEventId = event.id() != null ? event.id() : lastEventId;
      String data = Pieces.text(event.data()).replaceAll("\r\n|\r", "\n");
      expected.add(SseRecorder.event(event.type(), lastEventId, data));
    }

    assertThat(decode(stream.toString().getBytes(ISO_8859_1), sizes)).isEqualTo(expected);
  }

  private static List<String> decode(byte[] stream, List<Integer> sizes) {
    SseRecorder recorder = new SseRecorder();
    Pieces.feedInPieces(new String(stream, ISO_8859_1), sizes, new SseDecoder(recorder)::feed);
    return recorder.seen;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  @Provide
  Arbitrary<List<Integer>> sizes() {
    return Pieces.sizes();
  }

  @Provide
  Arbitrary<List<SseEvent>> events() {
    Arbitrary<String> types = Arbitraries.of("message", "endpoint", " a:b", "größe");
    Arbitrary<String> ids = Arbitraries.of("1", " 2", "stream:42", "😀").injectNull(0.4);
    Arbitrary<String> data =
        Arbitraries.strings().withChars("\n\r: {}aé\u0000\u00FF").ofMaxLength(30);
    return Combinators.combine(types, ids, data)
        .as((type, id, text) -> new SseEvent(type, id, ByteSlice.of(Pieces.bytes(text))))
        .withoutEdgeCases()
        .list()
        .ofMaxSize(8);
  }
}
