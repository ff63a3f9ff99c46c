/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  /** Runs nothing before it is told to. */
  private static final class Steps implements Executor {
    final Queue<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
      tasks.add(task);
    }

    void step() {
      tasks.remove().run();
    }
  }

  @Test
  void tasksBeyondTheBoundWaitInOrder() {
    Steps steps = new Steps();
    BoundedExecutor executor = new BoundedExecutor(steps, 2);
    List<Integer> ran = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      executor.execute(() -> ran.add(number));
    }

    assertThat(steps.tasks).hasSize(2);
    steps.step();
    assertThat(ran).containsExactly(0, 2, 3, 4);
    steps.step();
    assertThat(ran).containsExactly(0, 2, 3, 4, 1);
  }

  @Test
  void taskThatFailsTakesNoPlaceAway() {
    Steps steps = new Steps();
    BoundedExecutor executor = new BoundedExecutor(steps, 1);
    List<String> ran = new ArrayList<>();
    executor.execute(
        () -> {
          throw new IllegalStateException("broken");
        });
    executor.execute(() -> ran.add("next"));

    steps.step();

    assertThat(ran).containsExactly("next");
    executor.execute(() -> ran.add("later"));
    assertThat(steps.tasks).hasSize(1);
  }

  @Test
  void taskThatIsRejectedTakesNoPlaceAway() {
    List<Runnable> taken = new ArrayList<>();
    Executor once =
        task -> {
          if (taken.isEmpty()) {
            taken.add(task);
            throw new RejectedExecutionException();
          }
          task.run();
        };
    BoundedExecutor executor = new BoundedExecutor(once, 1);
    List<String> ran = new ArrayList<>();

    try {
      executor.execute(() -> ran.add("first"));
    } catch (RejectedExecutionException e) {
      ran.add("rejected");
    }
    executor.execute(() -> ran.add("second"));

    assertThat(ran).containsExactly("rejected", "second");
  }

  @Test
  void everyTaskRunsOnceWithinTheBoundHoweverManyThreadsHandThemIn() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool();
    BoundedExecutor executor = new BoundedExecutor(threads, 3);
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch ran = new CountDownLatch(4 * 2_000);
    for (int i = 0; i < 4; i++) {
      threads.execute(
          () -> {
            for (int task = 0; task < 2_000; task++) {
              executor.execute(
                  () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    running.decrementAndGet();
                    ran.countDown();
                  });
            }
          });
    }

    ran.await();

    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    assertThat(running).hasValue(0);
    assertThat(most.get()).isBetween(1, 3);
  }

  @Test
  void waitingTasksNeedNoNewThread() {
    Steps steps = new Steps();
    AtomicBoolean broken = new AtomicBoolean();
    Executor threads =
        task -> {
          if (broken.get()) {
            throw new RejectedExecutionException();
          }
          steps.execute(task);
        };
    BoundedExecutor executor = new BoundedExecutor(threads, 1);
    List<String> ran = new ArrayList<>();
    executor.execute(() -> ran.add("first"));
    executor.execute(() -> ran.add("second"));
    broken.set(true);

    steps.step();

    assertThat(ran).containsExactly("first", "second");
    assertThatThrownBy(() -> executor.execute(() -> ran.add("third")))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void handlersThatBlockLeaveTheBackgroundAlone() throws Exception {
    try (ServerThreads threads = ServerThreads.create()) {
      CountDownLatch running = new CountDownLatch(200);
      CountDownLatch release = new CountDownLatch(1);
      for (int i = 0; i < 200; i++) {
        threads
            .handlers()
            .execute(
                () -> {
                  running.countDown();
                  awaitQuietly(release);
                });
      }
      running.await();
      CountDownLatch done = new CountDownLatch(1);

      threads.background().execute(done::countDown);

      done.await();
      release.countDown();
    }
  }

  @Test
  void threadsOfAServerAreItsOwnDaemonsOrVirtual() throws Exception {
    try (ServerThreads threads = ServerThreads.create()) {
      BlockingQueue<Thread> seen = new LinkedBlockingQueue<>();

      threads.handlers().execute(() -> seen.add(Thread.currentThread()));
      threads.background().execute(() -> seen.add(Thread.currentThread()));

      for (int i = 0; i < 2; i++) {
        Thread thread = seen.take();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).startsWith("mcp4j-");
      }
    }
  }

  @Test
  void executorOfTheApplicationStaysOpen() {
    Steps steps = new Steps();
    ServerThreads threads = ServerThreads.of(steps);

    threads.close();
    threads.handlers().execute(() -> {});

    assertThat(steps.tasks).hasSize(1);
  }

  @Test
  void closingInterruptsHandlers() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    ServerThreads threads = ServerThreads.create();
    threads
        .handlers()
        .execute(
            () -> {
              running.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    running.await();

    threads.close();

    interrupted.await();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void tickerBeatsUntilItIsClosedAndSurvivesATaskThatFails() throws Exception {
    BlockingQueue<Long> beats = new LinkedBlockingQueue<>();
    Thread beating;
    try (ThreadTicker ticker = new ThreadTicker(Duration.ofMillis(1))) {
      BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
      Ticker.Registration failing =
          ticker.add(
              now -> {
                threads.add(Thread.currentThread());
                throw new IllegalStateException("broken");
              });
      ticker.add(beats::add);

      assertThat(beats.take()).isLessThanOrEqualTo(beats.take());
      beating = threads.take();
      assertThat(beating.isDaemon()).isTrue();
      failing.remove();
    }
    beating.join();
  }

  @Test
  void taskThatWasRemovedIsNotCalledAnyMore() throws Exception {
    BlockingQueue<String> beats = new LinkedBlockingQueue<>();
    try (ThreadTicker ticker = new ThreadTicker(Duration.ofMillis(1))) {
      Ticker.Registration first = ticker.add(now -> beats.add("first"));
      beats.take();
      first.remove();
      ticker.add(now -> beats.add("second"));
      while (!beats.take().equals("second")) {
        // A beat under way may still reach the first.
      }
      beats.clear();
      for (int i = 0; i < 3; i++) {
        assertThat(beats.take()).isEqualTo("second");
      }
    }
  }
}
