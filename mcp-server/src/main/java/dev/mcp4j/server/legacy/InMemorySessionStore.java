/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps sessions in this process. Safe for use by several threads. */
public final class InMemorySessionStore implements SessionStore {
  /** How many sessions are kept unless another number is given. */
  public static final int DEFAULT_MAX = 10_000;

  /** How many sessions a principal may have unless another number is given. */
  public static final int DEFAULT_MAX_PER_PRINCIPAL = 100;

  private static final class Entry {
    SessionRecord session;
    Instant expiry;

    Entry(SessionRecord session, Instant expiry) {
      this.session = session;
      this.expiry = expiry;
    }
  }

  private final int max;
  private final int maxPerPrincipal;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> perPrincipal = new HashMap<>();

  /** Makes a store with the default limits. */
  public InMemorySessionStore() {
    this(DEFAULT_MAX, DEFAULT_MAX_PER_PRINCIPAL, Clock.systemUTC());
  }

  /**
   * Makes a store.
   *
   * @param max how many sessions there are at most, at least 1
   * @param maxPerPrincipal how many of them belong to the same authenticated principal at most, at
   *     least 1
   * @param clock when they expire
   * @throws IllegalArgumentException if a number is less than 1
   */
  public InMemorySessionStore(int max, int maxPerPrincipal, Clock clock) {
    if (max < 1 || maxPerPrincipal < 1) {
      throw new IllegalArgumentException(
          "the limits must be at least 1, were " + max + " and " + maxPerPrincipal);
    }
    this.max = max;
    this.maxPerPrincipal = maxPerPrincipal;
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public boolean create(SessionRecord session, Duration idle) {
    lock.lock();
    try {
      if (isFull(session.key().principal())) {
        removeExpired();
      }
      if (isFull(session.key().principal()) || live(session.key().sessionId()) != null) {
        return false;
      }
      entries.put(session.key().sessionId(), new Entry(session, clock.instant().plus(idle)));
      String principal = session.key().principal();
      if (principal != null) {
        perPrincipal.merge(principal, 1, Integer::sum);
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private boolean isFull(@Nullable String principal) {
    return entries.size() >= max
        || (principal != null && perPrincipal.getOrDefault(principal, 0) >= maxPerPrincipal);
  }

  private void removeExpired() {
    Instant now = clock.instant();
    Iterator<Entry> all = entries.values().iterator();
    while (all.hasNext()) {
      Entry entry = all.next();
      if (!now.isBefore(entry.expiry)) {
        all.remove();
        forget(entry);
      }
    }
  }

  private void forget(Entry entry) {
    String principal = entry.session.key().principal();
    if (principal != null) {
      perPrincipal.computeIfPresent(principal, (key, count) -> count == 1 ? null : count - 1);
    }
  }

  private @Nullable Entry live(String sessionId) {
    Entry entry = entries.get(sessionId);
    if (entry != null && !clock.instant().isBefore(entry.expiry)) {
      entries.remove(sessionId);
      forget(entry);
      return null;
    }
    return entry;
  }

  private @Nullable Entry live(SessionKey key) {
    Entry entry = live(key.sessionId());
    return entry != null && entry.session.key().equals(key) ? entry : null;
  }

  @Override
  public @Nullable SessionRecord find(SessionKey key) {
    lock.lock();
    try {
      Entry entry = live(key);
      return entry == null ? null : entry.session;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean update(SessionKey key, UnaryOperator<SessionRecord> change) {
    lock.lock();
    try {
      Entry entry = live(key);
      if (entry == null) {
        return false;
      }
      SessionRecord changed = change.apply(entry.session);
      if (!changed.key().equals(key)) {
        throw new IllegalArgumentException("a change must not change the key");
      }
      entry.session = changed;
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean touch(SessionKey key, Duration idle) {
    lock.lock();
    try {
      Entry entry = live(key);
      if (entry == null) {
        return false;
      }
      entry.expiry = clock.instant().plus(idle);
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean delete(SessionKey key) {
    lock.lock();
    try {
      Entry entry = live(key);
      if (entry == null) {
        return false;
      }
      entries.remove(key.sessionId());
      forget(entry);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns how many sessions are kept, those that have expired and nobody asked for included.
   *
   * @return the number
   */
  public int size() {
    lock.lock();
    try {
      return entries.size();
    } finally {
      lock.unlock();
    }
  }
}
