/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

class SseSplitTest {

  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private static final String EVERYTHING =
      BYTE_ORDER_MARK
          + ": hi\r\n\rid: 1\r\nretry: 10\rdata\n\ndata: {\r\ndata: \u00F0\u009F\u0098\u0080}\r\n\r\n"
          + "event: x\ndata: a\rdata:b\r\r:\n\nid: 2\n\ndata: lost";

  @Example
  void everyPairOfCutsGivesTheSameEvents() {
    List<String> expected = EventStreamRules.interpret(EVERYTHING);
    assertThat(expected).hasSize(6);

    for (int first = 1; first < EVERYTHING.length(); first++) {
      for (int second = 1; second <= EVERYTHING.length() - first; second++) {
        List<Integer> sizes = List.of(first, second, EVERYTHING.length());
        if (!decode(EVERYTHING, sizes, 1000).equals(expected)) {
          throw new AssertionError("other events from pieces of " + sizes);
        }
      }
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anySplitGivesWhatTheStandardSays(
      @ForAll("streams") String stream, @ForAll("sizes") List<Integer> sizes) {
    assertThat(decode(stream, sizes, 100_000)).isEqualTo(EventStreamRules.interpret(stream));
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void anySplitGivesTheSameUnderALimit(
      @ForAll("streams") String stream,
      @ForAll("sizes") List<Integer> sizes,
      @ForAll @IntRange(min = 1, max = 40) int limit) {
    assertThat(decode(stream, sizes, limit)).isEqualTo(decode(stream, List.of(1_000_000), limit));
  }

  private static List<String> decode(String stream, List<Integer> sizes, int limit) {
    SseRecorder recorder = new SseRecorder();
    SseDecoder decoder = new SseDecoder(limit, recorder);
    Pieces.feedInPieces(stream, sizes, decoder::feed);
    decoder.finish();
    return recorder.seen;
  }

  @Provide
  Arbitrary<List<Integer>> sizes() {
    return Pieces.sizes();
  }

  @Provide
  Arbitrary<String> streams() {
    Arbitrary<String> ends = Arbitraries.of("\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\r\r");
    Arbitrary<String> starts =
        Arbitraries.of(
            "data: ", "data:", "data", "event: ", "id: ", "id", "retry: ", ":", "x:", "dat");
    Arbitrary<String> values =
        Arbitraries.oneOf(
            Arbitraries.of(
                "{}", "a", " ", "\0", ":", "12", "99999999999999999999", BYTE_ORDER_MARK, "\u00C3"),
            Arbitraries.strings().ofMaxLength(20).map(SseSplitTest::latin1));
    Arbitrary<String> parts =
        Arbitraries.frequencyOf(Tuple.of(4, ends), Tuple.of(3, starts), Tuple.of(2, values));
    return parts.list().ofMaxSize(40).map(list -> String.join("", list));
  }

  private static String latin1(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
