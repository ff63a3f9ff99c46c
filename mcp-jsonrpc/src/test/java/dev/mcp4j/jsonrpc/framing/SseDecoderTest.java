/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static dev.mcp4j.jsonrpc.framing.SseRecorder.COMMENT;
import static dev.mcp4j.jsonrpc.framing.SseRecorder.TOO_LONG;
import static dev.mcp4j.jsonrpc.framing.SseRecorder.event;
import static dev.mcp4j.jsonrpc.framing.SseRecorder.message;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SseDecoderTest {

  private final SseRecorder recorder = new SseRecorder();
  private final SseDecoder decoder = new SseDecoder(recorder);

  private List<String> decode(String stream) {
    Pieces.feedWhole(stream, decoder::feed);
    return recorder.seen;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\r\n"})
  void everyLineEndEndsALine(String end) {
    assertThat(decode("data: a" + end + "data: b" + end + end + "data:c" + end + end))
        .containsExactly(message("a\nb"), message("c"));
  }

  @Test
  void crLfCutInTwoIsOneLineEnd() {
    decode("data: a\r");
    decode("\ndata: b\r");
    assertThat(recorder.seen).isEmpty();

    decode("\n\r");
    assertThat(recorder.seen).containsExactly(message("a\nb"));

    decode("\n\ndata: c\n\n");
    assertThat(recorder.seen).containsExactly(message("a\nb"), message("c"));
  }

  @Test
  void eventIsPassedOnAtTheCrOfItsBlankLine() {
    assertThat(decode("data: a\r\n\r")).containsExactly(message("a"));
  }

  @Test
  void oneLeadingByteOrderMarkIsSkipped() {
    String mark = "\u00EF\u00BB\u00BF";

    assertThat(decode(mark + "data: a\n\n" + mark + "data: b\n\ndata: c\n\n"))
        .containsExactly(message("a"), message("c"));
  }

  @Test
  void beginningOfAByteOrderMarkAloneBelongsToTheFirstLine() {
    Pieces.feedInPieces("\u00EF\u00BBdata: a\ndata: b\n\n", List.of(1), decoder::feed);

    assertThat(recorder.seen).containsExactly(message("b"));
  }

  @Test
  void onlyOneSpaceAfterTheColonIsLeftOut() {
    assertThat(decode("data:a\n\ndata: a\n\ndata:  a \n\n"))
        .containsExactly(message("a"), message("a"), message(" a "));
  }

  @Test
  void emptyDataFieldIsAnEventWithEmptyData() {
    assertThat(decode("data\n\ndata\ndata\n\ndata:")).containsExactly(message(""), message("\n"));
  }

  @Test
  void eventWithoutDataIsNotPassedOnAndItsTypeIsForgotten() {
    assertThat(decode("event: a\n\ndata: b\n\n")).containsExactly(message("b"));
  }

  @Test
  void typeIsThatOfTheLastEventField() {
    assertThat(decode("event: a\nevent: endpoint\ndata: /m\n\ndata: b\nevent: c\nevent:\n\n"))
        .containsExactly(event("endpoint", null, "/m"), message("b"));
  }

  @Test
  void idStaysUntilAnotherOneComes() {
    assertThat(decode("id: 1\ndata: a\n\ndata: b\n\nid: 2\ndata: c\n\nid\ndata: d\n\n"))
        .containsExactly(
            event("message", "1", "a"),
            event("message", "1", "b"),
            event("message", "2", "c"),
            message("d"));
  }

  @Test
  void idWithNulIsIgnored() {
    assertThat(decode("id: 1\nid: 2\0\ndata: a\n\n")).containsExactly(event("message", "1", "a"));
  }

  @Test
  void idOfAnEventWithoutDataIsTheLastEventId() {
    assertThat(decoder.lastEventId()).isNull();

    decode("id: 7\n");
    assertThat(decoder.lastEventId()).isNull();

    decode("\n");
    assertThat(decoder.lastEventId()).isEqualTo("7");
    assertThat(recorder.seen).isEmpty();

    decode("id:\n\n");
    assertThat(decoder.lastEventId()).isNull();
  }

  @Test
  void primingEventHasAnIdAndEmptyData() {
    assertThat(decode("id: 7\nretry: 500\ndata: \n\n"))
        .containsExactly("retry 500", event("message", "7", ""));
    assertThat(decoder.lastEventId()).isEqualTo("7");
  }

  @Test
  void retryCountsWithoutData() {
    assertThat(decode("retry: 0\nretry:1500\n\n")).containsExactly("retry 0", "retry 1500");
  }

  @Test
  void retryThatIsNotAllDigitsIsIgnored() {
    assertThat(decode("retry\nretry: \nretry: 1s\nretry: -1\nretry:  1\nretry: 1.5\n\n")).isEmpty();
  }

  @Test
  void retryBeyondALongIsTheLargestLong() {
    assertThat(
            decode(
                "retry: 9223372036854775807\nretry: 9223372036854775808\nretry: 1"
                    + "0".repeat(40)
                    + "\n"))
        .containsOnly("retry " + Long.MAX_VALUE)
        .hasSize(3);
  }

  @Test
  void commentsAreReportedAndChangeNothing() {
    assertThat(decode(":\n\n: ping\ndata: a\n:data: x\ndata: b\n\n:\r\n"))
        .containsExactly(COMMENT, COMMENT, COMMENT, message("a\nb"), COMMENT);
  }

  @Test
  void otherFieldsAreIgnored() {
    assertThat(decode("dat: a\nDATA: b\n data: c\ndata : d\nx\ndataa: e\ndata: f\n\n"))
        .containsExactly(message("f"));
  }

  @Test
  void eventCutOffByTheEndIsDiscardedWithItsId() {
    decode("id: 1\ndata: a\n\nid: 2\nevent: x\ndata: b\ndata: c");
    decoder.finish();

    assertThat(decoder.lastEventId()).isEqualTo("1");
    assertThat(decode("\n\ndata: d\n\n"))
        .containsExactly(event("message", "1", "a"), event("message", "1", "d"));
  }

  @Test
  void afterTheEndAnotherStreamMayBeginWithAByteOrderMark() {
    decode("data: a\r");
    decoder.finish();

    assertThat(decode("\u00EF\u00BB\u00BFdata: b\n\n")).containsExactly(message("b"));
  }

  @Test
  void utf8CutAnywhereIsPutTogether() {
    String text = "grün 漢字 😀";
    String stream = latin1("event: " + text + "\nid: " + text + "\ndata: " + text + "\n\n");
    for (int size = 1; size < stream.length(); size++) {
      SseRecorder inPieces = new SseRecorder();
      Pieces.feedInPieces(stream, List.of(size), new SseDecoder(inPieces)::feed);

      assertThat(inPieces.seen).containsExactly(event(text, text, latin1(text)));
    }
  }

  @Test
  void bytesThatAreNotUtf8StayInTheData() {
    assertThat(decode("data: \u00FF\u00C3\n\n")).containsExactly(message("\u00FF\u00C3"));
  }

  @Test
  void singleLineOfDataIsNotCopied() {
    byte[] bytes = "data: {}\n\n:\n\ndata: [1]\n\n".getBytes(UTF_8);
    List<ByteSlice> slices = new ArrayList<>();

    new SseDecoder(
            new SseSink() {
              @Override
              public void onEvent(SseEvent event) {
                slices.add(event.data());
              }

              @Override
              public void onTooLong() {
                throw new AssertionError();
              }
            })
        .feed(bytes, 0, bytes.length);

    assertThat(slices).extracting(ByteSlice::offset).containsExactly(6, 19);
    assertThat(slices).allSatisfy(slice -> assertThat(slice.array()).isSameAs(bytes));
  }

  @Test
  void lineAndDataAtTheLimitPass() {
    SseDecoder small = new SseDecoder(12, recorder);

    Pieces.feedWhole("data: 123456\ndata: 45678\n\n", small::feed);

    assertThat(recorder.seen).containsExactly(message("123456\n45678"));
  }

  @Test
  void dataOverTheLimitIsReportedOnceAndTheNextEventIsRead() {
    SseDecoder small = new SseDecoder(12, recorder);

    Pieces.feedWhole("data: 123456\ndata: 456789\n", small::feed);
    assertThat(recorder.seen).containsExactly(TOO_LONG);

    Pieces.feedWhole("data: 1\nid: 3\ndata: 1234567\n\ndata: ok\n\n", small::feed);
    assertThat(recorder.seen).containsExactly(TOO_LONG, event("message", "3", "ok"));
  }

  @Test
  void endlessLineIsReportedOnceAndTheNextEventIsRead() {
    SseDecoder small = new SseDecoder(16, recorder);

    Pieces.feedWhole("data: ", small::feed);
    for (int i = 0; i < 1000; i++) {
      Pieces.feedWhole("0123456789", small::feed);
    }
    assertThat(recorder.seen).containsExactly(TOO_LONG);

    Pieces.feedWhole("\ndata: x\n\ndata: ok\n\n", small::feed);
    assertThat(recorder.seen).containsExactly(TOO_LONG, message("ok"));
  }

  @Test
  void idCutAtTheLimitDoesNotCount() {
    SseDecoder small = new SseDecoder(8, recorder);

    Pieces.feedWhole("id: 1234567\ndata: a\n\n", small::feed);

    assertThat(recorder.seen).containsExactly(TOO_LONG);
    assertThat(small.lastEventId()).isNull();
  }

  @Test
  void defaultLimitIsFourMebibytes() {
    byte[] allButThePrefix = new byte[4 * 1024 * 1024 - "data:".length()];
    Arrays.fill(allButThePrefix, (byte) 'x');

    decode("data:");
    decoder.feed(allButThePrefix, 0, allButThePrefix.length);
    decode("\n\ndata:");
    assertThat(recorder.seen).singleElement().asString().startsWith("event message");

    decoder.feed(allButThePrefix, 0, allButThePrefix.length);
    assertThat(recorder.seen).hasSize(1);
    assertThat(decode("x")).hasSize(2).endsWith(TOO_LONG);
  }

  @Test
  void limitBelowOneIsRefused() {
    assertThatThrownBy(() -> new SseDecoder(0, recorder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the limit must be at least 1 byte, but was 0");
  }

  @Test
  void rangeOutsideTheArrayIsRefused() {
    assertThatThrownBy(() -> decoder.feed(new byte[4], 5, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static String latin1(String text) {
    return new String(text.getBytes(UTF_8), ISO_8859_1);
  }
}
