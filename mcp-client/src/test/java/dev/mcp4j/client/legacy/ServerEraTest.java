/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ProtocolVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerEraTest {
  @ParameterizedTest
  @CsvSource({
    "2026-07-28, false, 2026-07-28",
    "2025-11-25, false, 2025-11-25",
    "2024-11-05, false, 2024-11-05",
    "2024-11-05, true, 2024-11-05+sse",
    "2025-03-26, true, 2025-03-26+sse"
  })
  void textIsReadBack(String revision, boolean eventStream, String text) {
    ServerEra era = new ServerEra(revision, eventStream);

    assertThat(era).hasToString(text);
    assertThat(ServerEra.parse(text)).isEqualTo(era);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "modern", "2031-01-01", "2026-07-28+sse", "+sse", "2025-11-25 "})
  void otherTextsAreRefused(String text) {
    assertThatThrownBy(() -> ServerEra.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyRevisionsWithoutAHandshakeAreModern() {
    assertThat(ProtocolVersion.MODERN).allMatch(v -> new ServerEra(v, false).isModern());
    assertThat(ProtocolVersion.LEGACY).noneMatch(v -> new ServerEra(v, false).isModern());
  }
}
