/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.client.CacheMode;
import dev.mcp4j.client.RequestFailedException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tools seen in lists, for what a call must know about its tool. A definition is used however
 * old it is; it is looked up anew when the server or a result contradicts it, or the list has
 * changed.
 */
final class ToolCatalog {
  private static final int MAX_KNOWN = 20_000;

  /** Roughly, in memory. */
  private static final long MAX_WEIGHT = 64L << 20;

  private static final int MAX_ABSENT = 1_000;

  private static final Logger log = LoggerFactory.getLogger(ToolCatalog.class);

  /** Lists all tools. What it fetches comes by {@link #learn}. */
  @FunctionalInterface
  interface Lister {
    void list(CallControl control, CallSettings settings);
  }

  private final Lister lister;
  private final Map<String, ToolDefinition> known = new ConcurrentHashMap<>();
  private final Set<String> absent = ConcurrentHashMap.newKeySet();
  private final AtomicLong weight = new AtomicLong();
  private final long maxWeight;

  ToolCatalog(Lister lister) {
    this(lister, MAX_WEIGHT);
  }

  ToolCatalog(Lister lister, long maxWeight) {
    this.lister = lister;
    this.maxWeight = maxWeight;
  }

  ToolDefinition learn(Tool tool) {
    absent.remove(tool.name());
    ToolDefinition before = known.get(tool.name());
    if (before != null && before.tool().equals(tool)) {
      return before;
    }
    ToolDefinition learned = new ToolDefinition(tool);
    if (known.size() >= MAX_KNOWN || weight.get() + learned.weight() > maxWeight) {
      forgetAll();
    }
    if (learned.weight() <= maxWeight) {
      weight.addAndGet(learned.weight());
      count(known.put(tool.name(), learned));
    }
    return learned;
  }

  /** Takes what is known no more off the weight. */
  private void count(@Nullable ToolDefinition forgotten) {
    if (forgotten != null) {
      weight.addAndGet(-forgotten.weight());
    }
  }

  private void forgetAll() {
    known.keySet().forEach(name -> count(known.remove(name)));
  }

  void clear() {
    forgetAll();
    absent.clear();
  }

  /** Returns how much memory is held, roughly. */
  long weight() {
    return weight.get();
  }

  @Nullable ToolDefinition known(String name) {
    return known.get(name);
  }

  /** The definition of a tool, for which the tools are listed unless that was done before. */
  @Nullable ToolDefinition find(String name, Invocation<?, ?> call) {
    ToolDefinition definition = known.get(name);
    if (definition == null && !absent.contains(name)) {
      lookUp(name, call, CacheMode.USE);
      definition = known.get(name);
    }
    return definition;
  }

  /** The definition as the server has it now; null if there is none any more. */
  @Nullable ToolDefinition refresh(String name, Invocation<?, ?> call) {
    count(known.remove(name));
    lookUp(name, call, CacheMode.REFRESH);
    return known.get(name);
  }

  private void lookUp(String name, Invocation<?, ?> call, CacheMode mode) {
    try {
      lister.list(call.control(), call.settings().forLookup(mode));
    } catch (RequestFailedException e) {
      log.debug("the tools could not be listed to look up {}: {}", name, e.getMessage());
      if (e.code() != ErrorCode.METHOD_NOT_FOUND) {
        return;
      }
    }
    if (!known.containsKey(name)) {
      if (absent.size() >= MAX_ABSENT) {
        absent.clear();
      }
      absent.add(name);
    }
  }
}
