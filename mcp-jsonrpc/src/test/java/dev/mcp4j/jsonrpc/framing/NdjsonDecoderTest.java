/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class NdjsonDecoderTest {

  private static final class Recorder implements NdjsonSink {

    final List<String> seen = new ArrayList<>();

    @Override
    public void onLine(ByteSlice line) {
      seen.add("line " + Pieces.text(line));
    }

    @Override
    public void onTooLong(ByteSlice head) {
      seen.add("too long " + Pieces.text(head));
    }
  }

  private final Recorder recorder = new Recorder();

  @Example
  void eachLineIsOneMessage() {
    Pieces.feedWhole("{\"a\":1}\n[2]\n", new NdjsonDecoder(recorder)::feed);

    assertThat(recorder.seen).containsExactly("line {\"a\":1}", "line [2]");
  }

  @Example
  void crBeforeLfIsLeftOutAndOtherCrsStay() {
    Pieces.feedWhole("{}\r\n{\r}\n{}\r\r\n", new NdjsonDecoder(recorder)::feed);

    assertThat(recorder.seen).containsExactly("line {}", "line {\r}", "line {}\r");
  }

  @Example
  void blankLinesAreIgnored() {
    Pieces.feedWhole("\n\r\n \t\r\n\r\r\n{}\n\n", new NdjsonDecoder(recorder)::feed);

    assertThat(recorder.seen).containsExactly("line {}");
  }

  @Example
  void leadingWhiteSpaceOfAMessageStays() {
    Pieces.feedWhole(" \t{} \n", new NdjsonDecoder(recorder)::feed);

    assertThat(recorder.seen).containsExactly("line  \t{} ");
  }

  @Example
  void wholeLineIsNotCopied() {
    byte[] bytes = "{}\n[1]\n".getBytes(UTF_8);
    List<ByteSlice> slices = new ArrayList<>();
    NdjsonDecoder decoder =
        new NdjsonDecoder(
            new NdjsonSink() {
              @Override
              public void onLine(ByteSlice line) {
                slices.add(line);
              }

              @Override
              public void onTooLong(ByteSlice head) {
                throw new AssertionError(head);
              }
            });

    decoder.feed(bytes, 0, bytes.length);

    assertThat(slices).extracting(ByteSlice::offset).containsExactly(0, 3);
    assertThat(slices).allSatisfy(slice -> assertThat(slice.array()).isSameAs(bytes));
  }

  @Example
  void lineAtTheLimitPassesAndOneByteMoreIsTooLong() {
    Pieces.feedWhole("12345\n123456\n", new NdjsonDecoder(5, recorder)::feed);

    assertThat(recorder.seen).containsExactly("line 12345", "too long 12345");
  }

  @Example
  void overlongLineIsReportedOnceAndTheNextLineIsRead() {
    NdjsonDecoder decoder = new NdjsonDecoder(8, recorder);

    for (int i = 0; i < 1000; i++) {
      Pieces.feedWhole("{\"id\":7, \"x\":", decoder::feed);
    }
    assertThat(recorder.seen).containsExactly("too long {\"id\":7,");

    Pieces.feedWhole("}\n{}\n", decoder::feed);
    assertThat(recorder.seen).containsExactly("too long {\"id\":7,", "line {}");
  }

  @Example
  void twoOverlongLinesAreReportedTwice() {
    Pieces.feedWhole("abcdef\nghijkl\n{}\n", new NdjsonDecoder(3, recorder)::feed);

    assertThat(recorder.seen).containsExactly("too long abc", "too long ghi", "line {}");
  }

  @Example
  void defaultLimitIsFourMebibytes() {
    byte[] longest = new byte[4 * 1024 * 1024];
    Arrays.fill(longest, (byte) 'x');
    NdjsonDecoder decoder = new NdjsonDecoder(recorder);

    decoder.feed(longest, 0, longest.length);
    Pieces.feedWhole("\n", decoder::feed);
    assertThat(recorder.seen).singleElement().asString().startsWith("line x").hasSize(4_194_309);

    decoder.feed(longest, 0, longest.length);
    assertThat(recorder.seen).hasSize(1);
    Pieces.feedWhole("x", decoder::feed);
    assertThat(recorder.seen.get(1)).startsWith("too long x").hasSize(4_194_313);
  }

  @Example
  void lastLineWithoutLfIsPassedOnAtTheEnd() {
    NdjsonDecoder decoder = new NdjsonDecoder(recorder);

    Pieces.feedWhole("{}\n[1]\r", decoder::feed);
    assertThat(recorder.seen).containsExactly("line {}");

    decoder.finish();
    decoder.finish();
    assertThat(recorder.seen).containsExactly("line {}", "line [1]");
  }

  @Example
  void endInsideAnOverlongLineAddsNothing() {
    NdjsonDecoder decoder = new NdjsonDecoder(3, recorder);

    Pieces.feedInPieces("abcdef", List.of(2), decoder::feed);
    decoder.finish();
    Pieces.feedWhole("{}\n", decoder::feed);

    assertThat(recorder.seen).containsExactly("too long abc", "line {}");
  }

  @Example
  void limitBelowOneIsRefused() {
    assertThatThrownBy(() -> new NdjsonDecoder(0, recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit must be at least 1 byte, but was 0");
  }

  @Example
  void rangeOutsideTheArrayIsRefused() {
    assertThatThrownBy(() -> new NdjsonDecoder(recorder).feed(new byte[4], 2, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anySplitGivesTheLinesOfTheStream(
      @ForAll("streams") String stream,
      @ForAll("sizes") List<Integer> sizes,
      @ForAll @IntRange(min = 1, max = 60) int limit) {
    Recorder inPieces = new Recorder();
    NdjsonDecoder decoder = new NdjsonDecoder(limit, inPieces);

    Pieces.feedInPieces(stream, sizes, decoder::feed);
    decoder.finish();

    assertThat(inPieces.seen).isEqualTo(linesOf(stream, limit));
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void whatTheEncoderWritesTheDecoderReads(
      @ForAll("messages") List<byte[]> messages, @ForAll("sizes") List<Integer> sizes) {
    StringBuilder stream = new StringBuilder();
    messages.forEach(
        message -> stream.append(new String(NdjsonEncoder.encode(message), ISO_8859_1)));
    List<String> expected = new ArrayList<>();
    messages.forEach(message -> expected.add("line " + new String(message, ISO_8859_1)));
    Recorder decoded = new Recorder();

    Pieces.feedInPieces(stream.toString(), sizes, new NdjsonDecoder(decoded)::feed);

    assertThat(decoded.seen).isEqualTo(expected);
  }

  private static List<String> linesOf(String stream, int limit) {
    List<String> lines = new ArrayList<>();
    for (String line : stream.split("\n", -1)) {
      if (line.length() > limit) {
        lines.add("too long " + line.substring(0, limit));
      } else if (!line.matches("[ \t\r]*")) {
        lines.add("line " + (line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
      }
    }
    return lines;
  }

  @Provide
  Arbitrary<List<Integer>> sizes() {
    return Pieces.sizes();
  }

  @Provide
  Arbitrary<String> streams() {
    Arbitrary<String> ends = Arbitraries.of("\n", "\r\n", "\r", " ", "\t", "\n\n");
    Arbitrary<String> texts =
        Arbitraries.strings().ofMaxLength(30).map(s -> new String(s.getBytes(UTF_8), ISO_8859_1));
    return Arbitraries.oneOf(ends, texts, Arbitraries.of("{}", "{\"jsonrpc\":\"2.0\"}"))
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<byte[]>> messages() {
    return Arbitraries.bytes()
        .array(byte[].class)
        .ofMaxSize(80)
        .map(NdjsonDecoderTest::asMessage)
        .list()
        .ofMaxSize(10);
  }

  /** Begins like a message and holds no line break. */
  private static byte[] asMessage(byte[] bytes) {
    byte[] message = Arrays.copyOf(bytes, bytes.length + 1);
    message[bytes.length] = '}';
    for (int i = 0; i < message.length; i++) {
      if (message[i] == '\n' || message[i] == '\r') {
        message[i] = '-';
      }
    }
    return message;
  }
}
