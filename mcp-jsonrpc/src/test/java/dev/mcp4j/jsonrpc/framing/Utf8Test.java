/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Utf8Test {

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
}
