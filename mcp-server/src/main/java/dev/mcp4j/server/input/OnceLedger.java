/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.schema.UserTypes;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The outcomes of {@code once} in one run. Two threads with one key run the action once. */
final class OnceLedger {
  private final UserTypes types;
  private final Map<String, JsonNode> outcomes;
  private final OnceKeeper keeper;
  private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

  /**
   * Opens the ledger.
   *
   * @param earlier the outcomes of earlier runs, by key
   * @param keeper is told before and after each action
   */
  OnceLedger(UserTypes types, Map<String, JsonNode> earlier, OnceKeeper keeper) {
    this.types = types;
    this.outcomes = new ConcurrentHashMap<>(earlier);
    this.keeper = keeper;
  }

  @Nullable Object get(String key, @Nullable Class<?> type, Callable<?> action) throws Exception {
    ReentrantLock lock = locks.computeIfAbsent(key, absent -> new ReentrantLock());
    lock.lock();
    try {
      JsonNode known = outcomes.get(key);
      if (known != null) {
        return type == null ? OnceValues.read(known) : types.read(known, type);
      }
      keeper.begin(key);
      Object outcome = action.call();
      JsonNode json = type == null ? OnceValues.write(key, outcome) : types.write(outcome, type);
      keeper.keep(key, json);
      outcomes.put(key, json);
      return outcome;
    } finally {
      lock.unlock();
    }
  }

  Map<String, JsonNode> outcomes() {
    return new LinkedHashMap<>(outcomes);
  }
}
