/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.CacheableResult;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.client.CacheSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Results by request, until they are stale, evicted, or the least recently used of too many. Each
 * target has an epoch that advances with every eviction; a result fetched in an earlier one is not
 * stored.
 */
final class ResultCache {
  /** What identifies a result. A partition of null stands for everybody. */
  record Key(String target, String method, RequestParams params, @Nullable String partition) {
    /** Whether results that are not for everybody still belong to the one who asked for them. */
    boolean isOf(String current) {
      return current.equals(partition);
    }

    Key forEverybody() {
      return new Key(target, method, params, null);
    }
  }

  private record Entry(CacheableResult result, Instant staleAt, long weight) {}

  private final CacheSettings settings;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, Long> epochs = new HashMap<>();
  private long weight;

  ResultCache(CacheSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  @Nullable CacheableResult get(Key key) {
    lock.lock();
    try {
      CacheableResult own = fresh(key);
      return own == null ? fresh(key.forEverybody()) : own;
    } finally {
      lock.unlock();
    }
  }

  long epoch(String target) {
    lock.lock();
    try {
      return epochs.getOrDefault(target, 0L);
    } finally {
      lock.unlock();
    }
  }

  /** Stores a result, unless it is stale at once or something was evicted since the epoch given. */
  void put(Key key, CacheableResult result, long epoch) {
    CacheHints hints = result.cacheHints();
    long ttl = hints == null ? 0 : Math.min(hints.ttlMs(), settings.maxTtl().toMillis());
    // What is not kept, which is most, is not weighed.
    long size = ttl <= 0 ? 0 : ResultWeight.of(result);
    lock.lock();
    try {
      if (epochs.getOrDefault(key.target(), 0L) != epoch) {
        return;
      }
      remove(key);
      remove(key.forEverybody());
      if (hints == null || ttl <= 0 || size > settings.maxBytes()) {
        return;
      }
      Key scoped = hints.scope() == CacheScope.PUBLIC ? key.forEverybody() : key;
      entries.put(scoped, new Entry(result, clock.instant().plusMillis(ttl), size));
      weight += size;
      shrink();
    } finally {
      lock.unlock();
    }
  }

  /** Forgets the results of a method. */
  void evict(String target, String method) {
    evict(target, key -> key.method().equals(method));
  }

  /** Forgets the contents of a resource, of those it may be a part of, and of its parts. */
  void evictResource(String target, String uri) {
    evict(
        target,
        key ->
            key.method().equals(Methods.READ_RESOURCE.name())
                && key.params() instanceof ReadResourceRequestParams params
                && (uri.startsWith(params.uri()) || params.uri().startsWith(uri)));
  }

  int size() {
    lock.lock();
    try {
      return entries.size();
    } finally {
      lock.unlock();
    }
  }

  private void evict(String target, Predicate<Key> matches) {
    lock.lock();
    try {
      epochs.merge(target, 1L, Long::sum);
      for (Iterator<Map.Entry<Key, Entry>> all = entries.entrySet().iterator(); all.hasNext(); ) {
        Map.Entry<Key, Entry> entry = all.next();
        if (entry.getKey().target().equals(target) && matches.test(entry.getKey())) {
          weight -= entry.getValue().weight();
          all.remove();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private @Nullable CacheableResult fresh(Key key) {
    Entry entry = entries.get(key);
    if (entry == null) {
      return null;
    }
    if (clock.instant().isBefore(entry.staleAt())) {
      return entry.result();
    }
    remove(key);
    return null;
  }

  private void remove(Key key) {
    Entry entry = entries.remove(key);
    if (entry != null) {
      weight -= entry.weight();
    }
  }

  private void shrink() {
    Iterator<Map.Entry<Key, Entry>> eldest = entries.entrySet().iterator();
    while ((entries.size() > settings.maxEntries() || weight > settings.maxBytes())
        && eldest.hasNext()) {
      weight -= eldest.next().getValue().weight();
      eldest.remove();
    }
  }
}
