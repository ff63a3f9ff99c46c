/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

  /** The bytes at which some rule of UTF-8 begins or ends to hold. */
  private static final byte[] EDGES =
      HexFormat.of()
          .parseHex(
              "0061 7f80 8f90 9fa0 bfc0 c1c2 dfe0 e1ec edee eff0 f1f3 f4f5 ff".replace(" ", ""));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        "grün",
        "漢字",
        "😀",
        "\u0000",
        "\uFFFF",
        "\u07FF\u0800\uD800\uDC00\uDBFF\uDFFF"
      })
  void wellFormedTextPasses(String text) {
    byte[] bytes = text.getBytes(UTF_8);

    assertThat(Utf8.indexOfInvalid(bytes, 0, bytes.length)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({
    "c080, 0, overlong NUL",
    "61c1bf, 1, overlong DEL",
    "e09fbf, 0, overlong of two",
    "6161f08fbfbf, 2, overlong of three",
    "eda080, 0, high surrogate",
    "edbfbf, 0, low surrogate",
    "f4908080, 0, above U+10FFFF",
    "f5808080, 0, no such lead",
    "ff, 0, never used",
    "80, 0, continuation alone",
    "c3, 0, cut after one of two",
    "61e6bc, 1, cut after two of three",
    "f09f9880f09f98, 4, cut after three of four",
    "c3a9c3c3a9, 2, lead after lead",
    "6161616161616161616161c3, 11, after a run of ASCII",
  })
  void malformedSequenceIsFoundWhereItBegins(String hex, int index, String why) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(Utf8.indexOfInvalid(bytes, 0, bytes.length)).as(why).isEqualTo(index);
  }

  @Test
  void sequenceIsCutAtTheEndOfTheRangeNotOfTheArray() {
    byte[] bytes = "aé".getBytes(UTF_8);

    assertThat(Utf8.indexOfInvalid(bytes, 0, 2)).isEqualTo(1);
    assertThat(Utf8.indexOfInvalid(bytes, 1, 2)).isEqualTo(-1);
    assertThat(Utf8.indexOfInvalid(bytes, 2, 1)).isEqualTo(2);
  }

  @Test
  void rangeOutsideTheArrayIsRefused() {
    assertThatThrownBy(() -> Utf8.indexOfInvalid(new byte[3], 1, 3))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void upToFourEdgeBytesAreJudgedAsTheJdkJudgesThem() {
    CharsetDecoder jdk = jdkDecoder();
    byte[] bytes = new byte[4];
    for (byte first : EDGES) {
      bytes[0] = first;
      for (byte second : EDGES) {
        bytes[1] = second;
        for (byte third : EDGES) {
          bytes[2] = third;
          for (byte fourth : EDGES) {
            bytes[3] = fourth;
            if (Utf8.indexOfInvalid(bytes, 0, 4) != jdkIndexOfInvalid(jdk, bytes, 0, 4)) {
              throw new AssertionError("differs on " + HexFormat.of().formatHex(bytes));
            }
          }
        }
      }
    }
  }

  @Property
  void anyBytesAreJudgedAsTheJdkJudgesThem(
      @ForAll("bytes") byte[] bytes, @ForAll @IntRange(max = 9) int before) {
    int offset = Math.min(before, bytes.length);
    int length = bytes.length - offset;

    assertThat(Utf8.indexOfInvalid(bytes, offset, length))
        .isEqualTo(jdkIndexOfInvalid(jdkDecoder(), bytes, offset, length));
  }

  @Property
  void textWithOneByteChangedIsJudgedAsTheJdkJudgesIt(
      @ForAll String text, @ForAll @IntRange(max = 1000) int place, @ForAll byte changed) {
    byte[] bytes = (text + "}").getBytes(UTF_8);
    bytes[place % bytes.length] = changed;

    assertThat(Utf8.indexOfInvalid(bytes, 0, bytes.length))
        .isEqualTo(jdkIndexOfInvalid(jdkDecoder(), bytes, 0, bytes.length));
  }

  @Test
  void jsonInOtherEncodingsIsRefused() {
    String json = "{\"a\":1}";

    assertThat(invalidJson(json.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(0);
    assertThat(invalidJson(json.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(1);
    assertThat(invalidJson(json.getBytes(StandardCharsets.UTF_16))).isEqualTo(0);
    assertThat(invalidJson(HexFormat.of().parseHex("0000007b0000007d"))).isEqualTo(0);
    assertThat(invalidJson(HexFormat.of().parseHex("7b0000007d000000"))).isEqualTo(1);
    assertThat(invalidJson(HexFormat.of().parseHex("fffe7b007d00"))).isEqualTo(0);
  }

  @Test
  void jsonWithByteOrderMarkIsRefused() {
    assertThat(invalidJson("\uFEFF{}".getBytes(UTF_8))).isEqualTo(0);
  }

  @Test
  void jsonThatIsUtf8Passes() {
    assertThat(invalidJson("{\"a\":\"\uFEFFä\"}".getBytes(UTF_8))).isEqualTo(-1);
    assertThat(invalidJson(new byte[0])).isEqualTo(-1);
    assertThat(invalidJson("1".getBytes(UTF_8))).isEqualTo(-1);
  }

  @Test
  void firstFaultOfAJsonTextIsTheOneReported() {
    assertThat(invalidJson(HexFormat.of().parseHex("7bff0000"))).isEqualTo(1);
    assertThat(invalidJson(HexFormat.of().parseHex("7b00ff00"))).isEqualTo(1);
    assertThat(invalidJson(HexFormat.of().parseHex("7b7d2020ff"))).isEqualTo(4);
  }

  private static int invalidJson(byte[] json) {
    byte[] shifted = new byte[json.length + 2];
    System.arraycopy(json, 0, shifted, 1, json.length);
    int index = Utf8.indexOfInvalidJson(shifted, 1, json.length);
    return index < 0 ? index : index - 1;
  }

  private static CharsetDecoder jdkDecoder() {
    return UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static int jdkIndexOfInvalid(CharsetDecoder jdk, byte[] bytes, int offset, int length) {
    ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
    boolean malformed = jdk.reset().decode(in, CharBuffer.allocate(length), true).isError();
    return malformed ? in.position() : -1;
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<Byte> edges = Arbitraries.bytes().map(b -> EDGES[(b & 0xFF) % EDGES.length]);
    return Arbitraries.oneOf(edges, Arbitraries.of((byte) 'a'), Arbitraries.bytes())
        .array(byte[].class)
        .ofMaxSize(40);
  }
}
