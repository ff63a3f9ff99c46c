/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemoryReplayCacheTest {
  private static final Instant NOW = Instant.parse("2026-11-26T00:00:00Z");
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

  @Test
  void sameUseIsRefusedUntilItIsOver() {
    InMemoryReplayCache cache = new InMemoryReplayCache(10, clock);

    assertThat(cache.use("a", NOW.plusSeconds(1))).isTrue();
    assertThat(cache.use("a", NOW.plusSeconds(9))).isFalse();
    assertThat(cache.use("b", NOW)).isTrue();
    assertThat(cache.use("b", NOW)).isTrue();
  }

  @Test
  void oldestUseIsForgottenWhenThereIsNoRoom() {
    InMemoryReplayCache cache = new InMemoryReplayCache(2, clock);
    for (String id : List.of("a", "b", "c")) {
      assertThat(cache.use(id, NOW.plusSeconds(60))).isTrue();
    }

    assertThat(cache.size()).isEqualTo(2);
    assertThat(cache.use("c", NOW.plusSeconds(60))).isFalse();
    assertThat(cache.use("a", NOW.plusSeconds(60))).isTrue();
  }

  @Test
  void whatIsOverIsForgotten() {
    InMemoryReplayCache cache = new InMemoryReplayCache(10, clock);
    IntStream.range(0, 9).forEach(i -> cache.use("old" + i, NOW));

    cache.use("new", NOW.plusSeconds(1));

    assertThat(cache.size()).isEqualTo(1);
  }

  @Test
  void oneOfManyWins() throws Exception {
    InMemoryReplayCache cache = new InMemoryReplayCache();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      var results =
          threads.invokeAll(
              IntStream.range(0, 64)
                  .<Callable<Boolean>>mapToObj(
                      i -> () -> cache.use("x", Instant.now().plusSeconds(60)))
                  .toList());
      int wins = 0;
      for (var result : results) {
        wins += result.get() ? 1 : 0;
      }
      assertThat(wins).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void cacheHoldsAtLeastOne() {
    assertThatIllegalArgumentException().isThrownBy(() -> new InMemoryReplayCache(0, clock));
  }
}
