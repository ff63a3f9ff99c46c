/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A map that forgets what was used longest ago. Safe for use by several threads.
 *
 * @param <K> the keys
 * @param <V> the values
 */
final class Bounded<K, V> {
  private final int max;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<K, V> entries = new LinkedHashMap<>(16, 0.75f, true);

  Bounded(int max) {
    this.max = max;
  }

  @Nullable V get(K key) {
    lock.lock();
    try {
      return entries.get(key);
    } finally {
      lock.unlock();
    }
  }

  void put(K key, V value) {
    lock.lock();
    try {
      entries.put(key, value);
      if (entries.size() > max) {
        entries.remove(entries.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }
}
