/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private final ManualClock clock = ManualClock.create();

  @Test
  void clockStandsStillUntilItIsAdvanced() {
    Instant before = clock.instant();
    clock.advance(Duration.ofSeconds(3));

    assertThat(clock.instant()).isEqualTo(before.plusSeconds(3));
    assertThat(clock.millis()).isEqualTo(before.plusSeconds(3).toEpochMilli());
  }

  @Test
  void clocksOfOtherZonesShowTheSameTime() {
    Clock other = clock.withZone(ZoneId.of("Asia/Tokyo"));
    clock.advance(Duration.ofDays(1));

    assertThat(other.instant()).isEqualTo(clock.instant());
    assertThat(other.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void waitersAreWokenWhenTheirMomentComes() throws Exception {
    Instant due = clock.instant().plusSeconds(10);
    CompletableFuture<Instant> woken = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                clock.await(due);
                woken.complete(clock.instant());
              } catch (InterruptedException e) {
                woken.completeExceptionally(e);
              }
            });
    thread.start();

    clock.awaitWaiting(1);
    clock.advance(Duration.ofSeconds(9));
    assertThat(woken).isNotDone();
    clock.advance(Duration.ofSeconds(1));

    assertThat(woken.get()).isEqualTo(due);
  }

  @Test
  void momentThatIsOverIsNotWaitedFor() throws InterruptedException {
    clock.await(clock.instant());
  }

  @Test
  void clockDoesNotGoBack() {
    assertThatThrownBy(() -> clock.advance(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a clock does not go back: PT-0.001S");
  }
}
