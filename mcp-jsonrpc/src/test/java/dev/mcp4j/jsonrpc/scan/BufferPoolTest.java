/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import tools.jackson.core.util.BufferRecycler;

class BufferPoolTest {
  private static final int THREADS = 8;
  private static final int ROUNDS = 2_000;

  private final BufferPool pool = new BufferPool();

  @Test
  void releasedBuffersAreFoundAgain() {
    BufferRecycler buffers = pool.acquireAndLinkPooled();
    buffers.releaseToPool();

    assertThat(pool.acquireAndLinkPooled()).isSameAs(buffers);
    assertThat(pool.acquireAndLinkPooled()).isNotSameAs(buffers);
  }

  @Test
  void threadsFindWhatOthersLeft() throws InterruptedException {
    Set<BufferRecycler> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < 10 * BufferPool.SLOTS; i++) {
      Thread thread =
          new Thread(
              () -> {
                BufferRecycler buffers = pool.acquireAndLinkPooled();
                seen.add(buffers);
                buffers.releaseToPool();
              });
      thread.start();
      thread.join();
    }

    assertThat(seen).hasSizeLessThanOrEqualTo(BufferPool.SLOTS);
  }

  @Test
  void noMoreAreKeptThanThereAreSlots() {
    List<BufferRecycler> many = new ArrayList<>();
    for (int i = 0; i < 10 * BufferPool.SLOTS; i++) {
      many.add(pool.acquireAndLinkPooled());
    }
    many.forEach(BufferRecycler::releaseToPool);

    Set<BufferRecycler> kept = Collections.newSetFromMap(new IdentityHashMap<>());
    for (BufferRecycler next = pool.acquirePooled();
        many.contains(next);
        next = pool.acquirePooled()) {
      kept.add(next);
    }
    assertThat(kept).hasSizeBetween(1, BufferPool.SLOTS);
  }

  @Test
  void twoThreadsNeverHaveTheSameBuffers() throws InterruptedException, ExecutionException {
    Set<BufferRecycler> inUse = ConcurrentHashMap.newKeySet();
    Callable<Boolean> user =
        () -> {
          boolean alone = true;
          for (int i = 0; i < ROUNDS; i++) {
            BufferRecycler buffers = pool.acquireAndLinkPooled();
            alone &= inUse.add(buffers);
            Thread.onSpinWait();
            inUse.remove(buffers);
            buffers.releaseToPool();
          }
          return alone;
        };
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Boolean> alone : threads.invokeAll(Collections.nCopies(THREADS, user))) {
        assertThat(alone.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
