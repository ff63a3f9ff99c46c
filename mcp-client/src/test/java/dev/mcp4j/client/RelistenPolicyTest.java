/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RelistenPolicyTest {
  @Property(tries = 200)
  void delayIsBetweenHalfAndAllOfTheDoubledDelay(
      @ForAll @IntRange(min = 0, max = Integer.MAX_VALUE) int attempt,
      @ForAll @DoubleRange(min = 0, max = 1, maxIncluded = false) double random) {
    Duration delay = RelistenPolicy.DEFAULT.delay(attempt, random);
    long full = attempt > 5 ? 30_000 : 500L << attempt;

    assertThat(delay).isBetween(Duration.ofMillis(full / 2), Duration.ofMillis(full));
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    Duration second = Duration.ofSeconds(1);

    assertThatThrownBy(() -> new RelistenPolicy(Duration.ZERO, second, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RelistenPolicy(second, Duration.ofMillis(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RelistenPolicy(second, second, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
