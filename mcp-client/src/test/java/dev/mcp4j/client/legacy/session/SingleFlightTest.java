/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.TransportException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SingleFlightTest {
  private static final Duration NOW = Duration.ZERO;

  private final Deque<Runnable> work = new ArrayDeque<>();
  private final AtomicInteger made = new AtomicInteger();
  private boolean fails;
  private final SingleFlight<String> flight =
      new SingleFlight<>(
          () -> {
            if (fails) {
              throw new TransportException("attempt " + made.incrementAndGet(), null);
            }
            return "value " + made.incrementAndGet();
          },
          work::add);

  private void fly() {
    work.remove().run();
  }

  @Test
  void whoeverAsksMeanwhileSharesTheAttempt() throws InterruptedException {
    List<CompletableFuture<String>> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(flight.join());
    }

    assertThat(work).hasSize(1);
    assertThat(new Waiting().await(all.get(0), NOW)).isNull();
    fly();

    assertThat(all).allMatch(one -> one.getNow("").equals("value 1"));
    assertThat(flight.current()).isEqualTo("value 1");
  }

  @Test
  void failureIsSharedAndTheNextOneTriesAgain() {
    fails = true;
    CompletableFuture<String> first = flight.join();
    CompletableFuture<String> second = flight.join();
    fly();

    for (CompletableFuture<String> one : List.of(first, second)) {
      assertThatThrownBy(() -> new Waiting().await(one, NOW)).hasMessage("attempt 1");
    }
    fails = false;
    CompletableFuture<String> third = flight.join();
    fly();

    assertThat(third.getNow("")).isEqualTo("value 2");
  }

  @Test
  void lostValueIsMadeAgainOnce() {
    CompletableFuture<String> first = flight.join();
    fly();
    String lost = first.join();

    flight.lose(lost);
    flight.lose(lost);
    CompletableFuture<String> second = flight.join();
    fly();
    flight.lose(lost);

    assertThat(second.join()).isEqualTo("value 2");
    assertThat(flight.join()).isSameAs(second);
    assertThat(work).isEmpty();
  }

  @Test
  void valueThatComesTooLateIsLetGo() {
    CompletableFuture<String> unused = flight.join();
    List<String> ended = new ArrayList<>();

    flight.end(ended::add);
    assertThat(ended).isEmpty();
    fly();

    assertThat(ended).containsExactly("value 1");
    assertThat(flight.current()).isNull();
  }

  @Test
  void waitingEndsWithTheCancellation() {
    Waiting waiting = new Waiting();
    waiting.cancel();

    assertThatThrownBy(() -> waiting.await(flight.join(), Duration.ofDays(1)))
        .isInstanceOf(CallCancelledException.class);
  }

  @Test
  void attemptThatCannotBeginFails() {
    SingleFlight<String> closed =
        new SingleFlight<>(
            () -> "x",
            task -> {
              throw new RejectedExecutionException();
            });

    assertThatThrownBy(() -> new Waiting().await(closed.join(), NOW))
        .isInstanceOf(CallCancelledException.class);
  }
}
