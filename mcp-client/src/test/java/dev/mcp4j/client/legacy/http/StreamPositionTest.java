/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamPositionTest {
  private final StreamPosition position = new StreamPosition();

  @Test
  void lastEventIsWhereTheStreamGoesOn() {
    position.advance("a 1");
    position.advance(null);

    assertThat(position.lastEventId()).isEqualTo("a 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u00e9", "\u4e2d", "a\u0001b", "\u007f"})
  void idNoHeaderCanCarryIsNone(String id) {
    position.advance("a");
    position.advance(id);

    assertThat(position.lastEventId()).isNull();
  }

  @Test
  void serverThatWantsNoPauseGetsAShortOne() {
    position.retryAfter(Duration.ZERO);

    assertThat(position.delay(0)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void pauseIsWhatTheServerAskedFor() {
    position.retryAfter(Duration.ofSeconds(3));

    assertThat(position.delay(0)).isEqualTo(Duration.ofSeconds(3));
    assertThat(position.delay(1)).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void pauseIsNeverLongerThanAnHour() {
    position.retryAfter(Duration.ofMillis(Long.MAX_VALUE));

    assertThat(position.delay(0)).isEqualTo(Duration.ofHours(1));
  }
}
