/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.RequestHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {
  @ParameterizedTest
  @CsvSource({
    "-32700, 400",
    "-32600, 400",
    "-32601, 404",
    "-32602, 200",
    "-32603, 200",
    "-32020, 400",
    "-32021, 400",
    "-32022, 400",
    "-1, 200",
    "1, 200"
  })
  void statusFollowsFromTheCode(int code, int status) {
    assertThat(Faults.httpStatus(Fault.of(code, "x"))).isEqualTo(status);
  }

  @Test
  void hintWinsOverTheCode() {
    assertThat(Faults.httpStatus(Fault.of(-32602, "x").withStatus(413))).isEqualTo(413);
  }

  @Test
  void textOfAPeerIsRepeatedInShort() {
    Fault fault = Faults.methodNotFound("x".repeat(100_000));

    assertThat(fault.message()).hasSizeLessThan(200).endsWith("...");
  }

  @Test
  void whatIsShownOfAPeerIsOneShortLine() {
    assertThat(Faults.shown("a\r\nb\u001b\u0085\u2028c")).isEqualTo("a  b   c");
    assertThat(Faults.shown("x".repeat(119) + "\ud83d\ude00")).isEqualTo("x".repeat(119) + "...");
  }

  @Test
  void failureMeantForThePeerIsItsFault() {
    Failures failures = new Failures(() -> "4711");

    assertThat(failures.of(new McpException(-5, "no"), "x")).isEqualTo(Fault.of(-5, "no"));
    assertThat(failures.of(new Refusal(Faults.batch()), "x")).isEqualTo(Faults.batch());
    assertThat(failures.of(new StackOverflowError(), "x"))
        .isEqualTo(Fault.of(-32603, "Internal error 4711"));
  }

  private static RequestHeaders headers(Map<String, String> values) {
    return name -> values.containsKey(name) ? List.of(values.get(name)) : List.of();
  }

  @Test
  void requestClaimsToBeModernByItsMetadataOrItsHeaders() {
    RequestMeta versioned = RequestMeta.builder().protocolVersion("v999").build();

    assertThat(ModernClaim.isMade(versioned, null)).isTrue();
    assertThat(ModernClaim.isMade(versioned, headers(Map.of("MCP-Protocol-Version", "2025-11-25"))))
        .isTrue();
    assertThat(ModernClaim.isMade(RequestMeta.EMPTY, headers(Map.of("Mcp-Method", "x")))).isTrue();
    assertThat(
            ModernClaim.isMade(
                RequestMeta.EMPTY, headers(Map.of("MCP-Protocol-Version", "2026-07-28"))))
        .isTrue();
    assertThat(
            ModernClaim.isMade(
                RequestMeta.EMPTY, headers(Map.of("MCP-Protocol-Version", "nonsense"))))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void requestOfARevisionWithAHandshakeMakesNoClaim(String revision) {
    assertThat(
            ModernClaim.isMade(
                RequestMeta.EMPTY, headers(Map.of("MCP-Protocol-Version", revision))))
        .isFalse();
    assertThat(ModernClaim.isMade(RequestMeta.EMPTY, headers(Map.of()))).isFalse();
    assertThat(ModernClaim.isMade(RequestMeta.EMPTY, null)).isFalse();
  }
}
