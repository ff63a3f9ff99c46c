/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.scan;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.BufferRecycler;
import tools.jackson.core.util.RecyclerPool;

/**
 * Keeps a few sets of buffers for the next parser or generator, and no more than that. A thread
 * looks first where it was before, so threads seldom meet; virtual threads, which do not come back,
 * find what others left.
 */
final class BufferPool implements RecyclerPool<BufferRecycler> {
  private static final long serialVersionUID = 1;

  static final int SLOTS = 16;

  /** Slots this far apart are in different cache lines. */
  private static final int STRIDE = 16;

  private static final int TRIES = 4;

  private final AtomicReferenceArray<@Nullable BufferRecycler> slots =
      new AtomicReferenceArray<>(SLOTS * STRIDE);

  @Override
  public BufferRecycler acquirePooled() {
    int home = home();
    for (int i = home; i < home + TRIES; i++) {
      int slot = slot(i);
      if (slots.getPlain(slot) != null) {
        BufferRecycler found = slots.getAndSet(slot, null);
        if (found != null) {
          return found;
        }
      }
    }
    return new BufferRecycler();
  }

  @Override
  public void releasePooled(BufferRecycler recycler) {
    int home = home();
    for (int i = home; i < home + TRIES; i++) {
      int slot = slot(i);
      if (slots.getPlain(slot) == null && slots.compareAndSet(slot, null, recycler)) {
        return;
      }
    }
  }

  private static int home() {
    return (int) Thread.currentThread().getId();
  }

  private static int slot(int number) {
    return Math.floorMod(number, SLOTS) * STRIDE;
  }
}
