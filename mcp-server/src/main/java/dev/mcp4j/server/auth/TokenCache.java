/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What is known about tokens, for a while. Holds digests of tokens, not tokens. Safe for use by
 * several threads.
 */
final class TokenCache {
  private final int max;
  private final Duration maxAge;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  private record Entry(AccessToken token, Instant until) {}

  TokenCache(int max, Duration maxAge, Clock clock) {
    this.max = max;
    this.maxAge = maxAge;
    this.clock = clock;
  }

  @Nullable AccessToken get(String token) {
    String key = digest(token);
    lock.lock();
    try {
      Entry entry = entries.get(key);
      if (entry == null) {
        return null;
      }
      if (!clock.instant().isBefore(entry.until)) {
        entries.remove(key);
        return null;
      }
      return entry.token;
    } finally {
      lock.unlock();
    }
  }

  void put(String token, AccessToken known) {
    Instant until = clock.instant().plus(maxAge);
    Instant end = known.expiresAt();
    Entry entry = new Entry(known, end != null && end.isBefore(until) ? end : until);
    lock.lock();
    try {
      entries.put(digest(token), entry);
      if (entries.size() > max) {
        entries.remove(entries.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return entries.size();
    } finally {
      lock.unlock();
    }
  }

  private static String digest(String token) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }
}
