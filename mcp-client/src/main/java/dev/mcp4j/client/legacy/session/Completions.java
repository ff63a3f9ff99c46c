/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The web pages that users still have to be done with.
 *
 * <p>Specification 2025-11-25: client/elicitation, Completion Notifications for URL Mode
 * Elicitation.
 */
final class Completions {
  private final Map<String, CompletableFuture<Boolean>> expected = new ConcurrentHashMap<>();

  /** Begins to listen for the end of elicitations. */
  void expect(Collection<String> ids) {
    ids.forEach(id -> expected.putIfAbsent(id, new CompletableFuture<>()));
  }

  /** What is complete once all of these elicitations are. */
  CompletableFuture<Boolean> all(Collection<String> ids) {
    CompletableFuture<?>[] all =
        ids.stream().map(expected::get).filter(f -> f != null).toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(all).thenApply(done -> true);
  }

  void complete(String id) {
    CompletableFuture<Boolean> one = expected.get(id);
    if (one != null) {
      one.complete(true);
    }
  }

  void forget(Collection<String> ids) {
    ids.forEach(expected::remove);
  }

  int size() {
    return expected.size();
  }
}
