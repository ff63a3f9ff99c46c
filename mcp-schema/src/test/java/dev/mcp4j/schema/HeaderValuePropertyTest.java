/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The coding of header values, streamable-http, "Value Encoding". */
class HeaderValuePropertyTest {

  @Property
  void decodingUndoesEncoding(@ForAll("texts") String text) {
    assertThat(HeaderValue.decode(HeaderValue.encode(text))).contains(text);
  }

  @Property
  void encodedValuesAreVisibleAsciiWithoutBlanksAtTheEnds(@ForAll("texts") String text) {
    String value = HeaderValue.encode(text);

    assertThat(value).matches("(?:[!-~](?:[ -~]*[!-~])?)?");
  }

  @Property
  void decodingNeverThrows(@ForAll("headers") String value) {
    assertThat(HeaderValue.decode(value)).isNotNull();
  }

  @Property
  void everyEncodedTextHasOneFormOnly(@ForAll("headers") String value) {
    HeaderValue.decode(value)
        .filter(text -> HeaderValue.encode(text).startsWith("=?base64?"))
        .filter(text -> value.startsWith("=?base64?") && value.endsWith("?="))
        .ifPresent(text -> assertThat(HeaderValue.encode(text)).isEqualTo(value));
  }

  @Example
  void examplesOfTheSpecification() {
    assertThat(HeaderValue.encode("us-west1")).isEqualTo("us-west1");
    assertThat(HeaderValue.encode("Hello, 世界")).isEqualTo("=?base64?SGVsbG8sIOS4lueVjA==?=");
    assertThat(HeaderValue.encode(" padded ")).isEqualTo("=?base64?IHBhZGRlZCA=?=");
    assertThat(HeaderValue.encode("line1\nline2")).isEqualTo("=?base64?bGluZTEKbGluZTI=?=");
    assertThat(HeaderValue.encode("=?base64?literal?="))
        .isEqualTo("=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?=");
  }

  @Example
  void emptyTextIsAnEmptyValue() {
    assertThat(HeaderValue.encode("")).isEmpty();
    assertThat(HeaderValue.decode("")).contains("");
  }

  @Example
  void tabsAreEncodedButAccepted() {
    assertThat(HeaderValue.encode("a\tb")).isEqualTo("=?base64?YQli?=");
    assertThat(HeaderValue.decode("a\tb")).contains("a\tb");
  }

  @Example
  void oneMarkerAloneIsPlainText() {
    assertThat(HeaderValue.decode("=?base64?SGVsbG8=")).contains("=?base64?SGVsbG8=");
    assertThat(HeaderValue.decode("SGVsbG8=?=")).contains("SGVsbG8=?=");
    assertThat(HeaderValue.decode("=?BASE64?SGVsbG8=?=")).contains("=?BASE64?SGVsbG8=?=");
  }

  @Example
  void overlappingMarkersArePlainTextButNeverSent() {
    assertThat(HeaderValue.decode("=?base64?=")).contains("=?base64?=");
    assertThat(HeaderValue.encode("=?base64?=")).startsWith("=?base64?PT9");
  }

  @Example
  void malformedBase64IsRefused() {
    assertThat(HeaderValue.decode("=?base64?SGVsbG8?=")).as("padding").isEmpty();
    assertThat(HeaderValue.decode("=?base64?SGVs!!!bG8=?=")).as("alphabet").isEmpty();
    assertThat(HeaderValue.decode("=?base64?SGVs bG8=?=")).as("blank").isEmpty();
    assertThat(HeaderValue.decode("=?base64?SGVsbG9=?=")).as("stray bits").isEmpty();
    assertThat(HeaderValue.decode("=?base64?_-_-?=")).as("URL alphabet").isEmpty();
  }

  @Example
  void malformedUtf8IsRefused() {
    assertThat(HeaderValue.decode("=?base64?/w==?=")).isEmpty();
    assertThat(HeaderValue.decode("=?base64?7aCA?=")).as("a surrogate").isEmpty();
  }

  @Example
  void charactersThatHeadersMustNotHoldAreRefused() {
    assertThat(HeaderValue.decode("a\nb")).isEmpty();
    assertThat(HeaderValue.decode("a\0b")).isEmpty();
    assertThat(HeaderValue.decode("ü")).isEmpty();
    assertThat(HeaderValue.decode("\u007F")).isEmpty();
  }

  @Example
  void halfOfASurrogatePairIsNoText() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HeaderValue.encode("a\uD800b"))
        .withMessage("the text holds half of a surrogate pair");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
            .list()
            .ofMaxSize(12)
            .map(
                points ->
                    points.stream()
                        .collect(
                            StringBuilder::new,
                            StringBuilder::appendCodePoint,
                            StringBuilder::append)
                        .toString()),
        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(12),
        Arbitraries.strings().withChars("=?base64 ").ofMaxLength(14),
        Arbitraries.strings().ascii().ofMaxLength(8).map(s -> "=?base64?" + s + "?="));
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.oneOf(
        texts(),
        Arbitraries.strings().ofMaxLength(8),
        Arbitraries.strings()
            .withChars("AQIDQw+/=_- ")
            .ofMaxLength(9)
            .map(s -> "=?base64?" + s + "?="));
  }
}
