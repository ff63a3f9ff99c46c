/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Mirroring of one parameter, streamable-http, "Custom Headers from Tool Parameters". */
class HeaderParameterTest {

  private static final HeaderParameter REGION = parameter("Region", HeaderParameter.Type.STRING);
  private static final HeaderParameter COUNT = parameter("Count", HeaderParameter.Type.INTEGER);
  private static final HeaderParameter DRY = parameter("Dry", HeaderParameter.Type.BOOLEAN);

  @Test
  void headerNameHasThePrefix() {
    assertThat(REGION.headerName()).isEqualTo("Mcp-Param-Region");
    assertThat(parameter("Method", HeaderParameter.Type.STRING).headerName())
        .isEqualTo("Mcp-Param-Method");
  }

  @Test
  void textStandsAsItIsOrEncoded() {
    assertThat(REGION.headerValue(value("'us-west1'"))).contains("us-west1");
    assertThat(REGION.headerValue(value("'ü'"))).contains("=?base64?w7w=?=");
    assertThat(REGION.headerValue(value("''"))).contains("");
  }

  @ParameterizedTest
  @CsvSource({
    "42,42",
    "-7,-7",
    "42.0,42",
    "1e3,1000",
    "-0.0,0",
    "9007199254740991,9007199254740991"
  })
  void integersAreDecimal(String json, String header) {
    assertThat(COUNT.headerValue(value(json))).contains(header);
  }

  @Test
  void booleansAreLowerCase() {
    assertThat(DRY.headerValue(value("true"))).contains("true");
    assertThat(DRY.headerValue(value("false"))).contains("false");
  }

  @Test
  void spaceStandsForATabOnlyWhereTabsAreSpaces() {
    assertThat(REGION.matches("a\tb", value("'a\\tb'"))).isTrue();
    assertThat(REGION.matches("a b", value("'a\\tb'"))).isFalse();
    assertThat(REGION.matches("a b", value("'a\\tb'"), true)).isTrue();
    assertThat(REGION.matches("a  b", value("'a\\tb'"), true)).isFalse();
    assertThat(REGION.matches("a\tb", value("'a b'"), true)).isFalse();
    assertThat(REGION.matches(HeaderValue.encode("a\tb"), value("'a\\tb'"), true)).isTrue();
    assertThat(REGION.matches("=?base64?YSBi?=", value("'a\\tb'"), true))
        .as("an encoded space is one")
        .isFalse();
  }

  @Test
  void absentAndNullParametersHaveNoHeader() {
    assertThat(REGION.headerValue(Json.of("{}"))).isEmpty();
    assertThat(REGION.headerValue(value("null"))).isEmpty();
    assertThat(REGION.headerValue(null)).isEmpty();
  }

  @Test
  void nestedParameterIsFoundByItsExactPath() {
    HeaderParameter zone =
        new HeaderParameter("Zone", List.of("place", "zone"), HeaderParameter.Type.STRING);

    assertThat(zone.headerValue(Json.of("{'place':{'zone':'b'}}"))).contains("b");
    assertThat(zone.headerValue(Json.of("{'zone':'b'}"))).isEmpty();
    assertThat(zone.headerValue(Json.of("{'place':['zone']}"))).isEmpty();
    assertThat(zone.headerValue(Json.of("{'place':'zone'}"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740992",
        "-9007199254740992",
        "1.5",
        "1e400",
        "'1'",
        "true",
        "[1]",
        "{}"
      })
  void whatIsNoSafeIntegerIsRefused(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COUNT.headerValue(value(json)))
        .withMessageStartingWith(
            "Mcp-Param-Count needs an integer between -(2^53-1) and 2^53-1, was ");
  }

  @Test
  void otherTypesThanDeclaredAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> REGION.headerValue(value("1")))
        .withMessage("Mcp-Param-Region needs a string, was 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DRY.headerValue(value("'true'")))
        .withMessage("Mcp-Param-Dry needs a boolean, was \"true\"");
  }

  @Test
  void headerMatchesWhenItSaysWhatTheArgumentsSay() {
    assertThat(REGION.matches("Hello", value("'Hello'"))).isTrue();
    assertThat(REGION.matches("=?base64?SGVsbG8=?=", value("'Hello'"))).isTrue();
    assertThat(REGION.matches("SGVsbG8=", value("'SGVsbG8='"))).isTrue();
    assertThat(REGION.matches("=?base64?SGVsbG8=", value("'=?base64?SGVsbG8='"))).isTrue();
    assertThat(REGION.matches("hello", value("'Hello'"))).as("values are case-sensitive").isFalse();
    assertThat(REGION.matches("=?base64?SGVsbG8?=", value("'Hello'"))).isFalse();
    assertThat(REGION.matches("=?base64?SGVs!!!bG8=?=", value("'Hello'"))).isFalse();
    assertThat(REGION.matches("1", value("1"))).as("the argument is no string").isFalse();
  }

  @Test
  void headerIsThereExactlyWhenTheArgumentIs() {
    assertThat(REGION.matches(null, value("'Hello'"))).isFalse();
    assertThat(REGION.matches("Hello", Json.of("{}"))).isFalse();
    assertThat(REGION.matches("null", value("null"))).isFalse();
    assertThat(REGION.matches(null, Json.of("{}"))).isTrue();
    assertThat(REGION.matches(null, value("null"))).isTrue();
    assertThat(REGION.matches(null, null)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "42,42,true",
    "42.0,42,true",
    "42,42.0,true",
    "4.2e1,42,true",
    "=?base64?NDI=?=,42,true",
    "41,42,false",
    "042,42,false",
    "+42,42,false",
    "0x2A,42,false",
    "42a,42,false",
    "'',42,false",
    "NaN,42,false",
    "1e999999999,42,false",
    "9007199254740993,9007199254740993,false"
  })
  void integersAreComparedAsNumbers(String header, String json, boolean matches) {
    assertThat(COUNT.matches(header, value(json))).isEqualTo(matches);
  }

  @Test
  void booleansAreComparedExactly() {
    assertThat(DRY.matches("true", value("true"))).isTrue();
    assertThat(DRY.matches("True", value("true"))).isFalse();
    assertThat(DRY.matches("true", value("'true'"))).isFalse();
  }

  @Test
  void pathIsNotEmpty() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HeaderParameter("A", List.of(), HeaderParameter.Type.STRING));
  }

  private static HeaderParameter parameter(String name, HeaderParameter.Type type) {
    return new HeaderParameter(name, List.of("value"), type);
  }

  private static JsonNode value(String json) {
    return Json.of("{'value':" + json + "}");
  }
}
