/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps tasks in this process, and loses them with it. Safe for use by several threads. */
public final class InMemoryTaskStore implements TaskStore {
  /** How many tasks are kept unless another number is given. */
  public static final int DEFAULT_MAX = 10_000;

  /** How many tasks a principal may have unless another number is given. */
  public static final int DEFAULT_MAX_PER_PRINCIPAL = 1_000;

  private static final Comparator<TaskRecord> BY_ATTENTION =
      Comparator.comparing(TaskRecord::attentionAt).thenComparing(task -> task.key().id());

  private final int max;
  private final int maxPerPrincipal;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, TaskRecord> byId = new HashMap<>();
  private final Map<String, TaskRecord> byDedupKey = new HashMap<>();
  private final Map<String, Integer> perPrincipal = new HashMap<>();
  private final TreeSet<TaskRecord> byAttention = new TreeSet<>(BY_ATTENTION);

  /** Makes a store with the default limits. */
  public InMemoryTaskStore() {
    this(DEFAULT_MAX, DEFAULT_MAX_PER_PRINCIPAL);
  }

  /**
   * Makes a store.
   *
   * @param max how many tasks there are at most, at least 1
   * @param maxPerPrincipal how many of them belong to the same authenticated principal at most, at
   *     least 1
   * @throws IllegalArgumentException if a number is less than 1
   */
  public InMemoryTaskStore(int max, int maxPerPrincipal) {
    if (max < 1 || maxPerPrincipal < 1) {
      throw new IllegalArgumentException(
          "the limits must be at least 1, were " + max + " and " + maxPerPrincipal);
    }
    this.max = max;
    this.maxPerPrincipal = maxPerPrincipal;
  }

  @Override
  public @Nullable TaskRecord create(TaskRecord task) {
    lock.lock();
    try {
      Instant now = task.times().created();
      TaskRecord earlier = task.dedupKey() == null ? null : byDedupKey.get(task.dedupKey());
      if (earlier != null && !earlier.isExpired(now)) {
        return earlier;
      }
      if (earlier != null) {
        drop(earlier);
      }
      if (byId.containsKey(task.key().id())) {
        throw new IllegalArgumentException("there is a task of that id");
      }
      if (isFull(task.key().principal())) {
        dropExpired(now);
      }
      if (isFull(task.key().principal())) {
        return null;
      }
      put(task);
      return task;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(@Nullable String principal) {
    return byId.size() >= max
        || (principal != null && perPrincipal.getOrDefault(principal, 0) >= maxPerPrincipal);
  }

  private void dropExpired(Instant now) {
    for (TaskRecord task : List.copyOf(byId.values())) {
      if (task.isExpired(now)) {
        drop(task);
      }
    }
  }

  private void put(TaskRecord task) {
    byId.put(task.key().id(), task);
    byAttention.add(task);
    if (task.dedupKey() != null) {
      byDedupKey.put(task.dedupKey(), task);
    }
    String principal = task.key().principal();
    if (principal != null) {
      perPrincipal.merge(principal, 1, Integer::sum);
    }
  }

  private void drop(TaskRecord task) {
    byId.remove(task.key().id());
    byAttention.remove(task);
    if (task.dedupKey() != null) {
      byDedupKey.remove(task.dedupKey());
    }
    String principal = task.key().principal();
    if (principal != null) {
      perPrincipal.computeIfPresent(principal, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  @Override
  public @Nullable TaskRecord find(TaskKey key) {
    lock.lock();
    try {
      TaskRecord task = byId.get(key.id());
      return task != null && task.key().equals(key) ? task : null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean replace(TaskRecord expected, TaskRecord next) {
    requireNext(expected, next);
    lock.lock();
    try {
      TaskRecord current = current(expected);
      if (current == null || current.hasEnded()) {
        return false;
      }
      drop(current);
      put(next);
      return true;
    } finally {
      lock.unlock();
    }
  }

  private static void requireNext(TaskRecord expected, TaskRecord next) {
    if (!next.key().equals(expected.key())
        || next.version() != expected.version() + 1
        || !Objects.equals(next.dedupKey(), expected.dedupKey())) {
      throw new IllegalArgumentException("not the next version of the task");
    }
  }

  private @Nullable TaskRecord current(TaskRecord expected) {
    TaskRecord current = find(expected.key());
    return current != null && current.version() == expected.version() ? current : null;
  }

  @Override
  public boolean remove(TaskRecord expected) {
    lock.lock();
    try {
      TaskRecord current = current(expected);
      if (current == null) {
        return false;
      }
      drop(current);
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<TaskRecord> due(Instant now, int limit) {
    lock.lock();
    try {
      return byAttention.stream()
          .takeWhile(task -> !task.attentionAt().isAfter(now))
          .limit(limit)
          .toList();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns how many tasks are kept, those that have expired and were not removed included.
   *
   * @return the number
   */
  public int size() {
    lock.lock();
    try {
      return byId.size();
    } finally {
      lock.unlock();
    }
  }
}
