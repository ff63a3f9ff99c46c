/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.client.CacheMode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CallClockTest {
  private long now = -5_000_000_000L;

  private CallClock clock(long timeout, long maxTotal, boolean resetOnProgress) {
    return new CallClock(
        new CallSettings(
            Duration.ofSeconds(timeout),
            resetOnProgress,
            Duration.ofSeconds(maxTotal),
            null,
            null,
            message -> {},
            CacheMode.USE),
        () -> now);
  }

  private void pass(long seconds) {
    now += TimeUnit.SECONDS.toNanos(seconds);
  }

  private static Duration seconds(long seconds) {
    return Duration.ofSeconds(seconds);
  }

  @Test
  void timeRunsFromTheRequest() {
    CallClock clock = clock(10, 100, false);

    pass(4);
    assertThat(clock.remaining()).isEqualTo(seconds(6));
    clock.request();
    assertThat(clock.remaining()).isEqualTo(seconds(10));
    pass(11);
    assertThat(clock.remaining()).isZero();
    assertThat(clock.timeout("m")).hasMessage("m had no reply within 10000 ms of the request");
  }

  @Test
  void progressStartsTheTimeoutAnewOnlyIfAskedTo() {
    CallClock strict = clock(10, 100, false);
    CallClock patient = clock(10, 100, true);

    pass(4);
    strict.progress();
    patient.progress();

    assertThat(strict.remaining()).isEqualTo(seconds(6));
    assertThat(patient.remaining()).isEqualTo(seconds(10));
    assertThat(patient.timeout("m")).hasMessage("m had no reply within 10000 ms without progress");
  }

  @Test
  void limitOnTheWholeHoldsAgainstProgressAndRounds() {
    CallClock clock = clock(10, 15, true);

    pass(9);
    clock.progress();
    assertThat(clock.remaining()).isEqualTo(seconds(6));
    pass(5);
    clock.request();
    assertThat(clock.remaining()).isEqualTo(seconds(1));
    pass(1);
    assertThat(clock.timeout("m")).hasMessage("m had no reply within 15000 ms in total");
  }

  @Test
  void timeInAHandlerDoesNotCount() {
    CallClock clock = clock(10, 15, false);

    pass(3);
    clock.stop();
    pass(1_000);
    clock.resume();

    assertThat(clock.remaining()).isEqualTo(seconds(7));
  }

  @Test
  void timesTooLongToCountInNanosecondsAreForever() {
    CallClock clock = clock(Long.MAX_VALUE, Long.MAX_VALUE, false);

    pass(1_000_000);

    assertThat(clock.remaining()).isGreaterThan(Duration.ofDays(36_500));
  }
}
