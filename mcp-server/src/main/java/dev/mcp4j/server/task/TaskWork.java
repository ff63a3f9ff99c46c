/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.task;

import dev.mcp4j.api.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a worker has to know to go on with a task.
 *
 * @param attempt how many attempts failed before this one
 * @param notBefore when the task may be worked on
 * @param lastToken the token of the latest lease; 0 before the first
 * @param lease who works on it; null for nobody
 * @param recorded what the handler's earlier runs left behind, in a form only the server reads
 * @param once the outcomes of {@code once}, by key
 * @param questions what the client is asked, by key; not empty only while input is required
 * @param answers what the client answered that no run has seen yet, by key
 * @param askedKeys the keys of all questions that were ever asked
 */
public record TaskWork(
    int attempt,
    Instant notBefore,
    long lastToken,
    @Nullable TaskLease lease,
    JsonObject recorded,
    Map<String, JsonNode> once,
    Map<String, JsonObject> questions,
    Map<String, JsonNode> answers,
    Set<String> askedKeys) {
  /**
   * Checks and copies the components.
   *
   * @param attempt not negative
   * @param notBefore not null
   * @param lastToken not negative
   * @param lease may be null
   * @param recorded not null
   * @param once copied
   * @param questions copied
   * @param answers copied
   * @param askedKeys copied
   */
  public TaskWork {
    Objects.requireNonNull(notBefore, "notBefore");
    Objects.requireNonNull(recorded, "recorded");
    once = Collections.unmodifiableMap(new LinkedHashMap<>(once));
    questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    askedKeys = Collections.unmodifiableSet(new LinkedHashSet<>(askedKeys));
  }

  /** Work nobody has begun. */
  static TaskWork fresh(Instant notBefore, JsonObject recorded, Map<String, JsonNode> once) {
    return new TaskWork(0, notBefore, 0, null, recorded, once, Map.of(), Map.of(), Set.of());
  }

  boolean isHeldWith(long token) {
    return lease != null && lease.token() == token;
  }

  TaskWork leased(String worker, Instant until) {
    long token = lastToken + 1;
    return with(notBefore, token, new TaskLease(worker, token, until));
  }

  TaskWork renewed(Instant until) {
    TaskLease current = Objects.requireNonNull(lease, "lease");
    return with(notBefore, lastToken, new TaskLease(current.worker(), current.token(), until));
  }

  TaskWork released() {
    return with(notBefore, lastToken, null);
  }

  private TaskWork with(Instant from, long token, @Nullable TaskLease held) {
    return new TaskWork(attempt, from, token, held, recorded, once, questions, answers, askedKeys);
  }

  TaskWork afterFailure(Instant from) {
    return new TaskWork(
        attempt + 1, from, lastToken, null, recorded, once, questions, answers, askedKeys);
  }

  TaskWork withOutcome(String key, JsonNode outcome) {
    Map<String, JsonNode> more = new LinkedHashMap<>(once);
    more.put(key, outcome);
    return new TaskWork(
        attempt, notBefore, lastToken, lease, recorded, more, questions, answers, askedKeys);
  }

  /** The worker asked; its run has seen all answers so far. */
  TaskWork asking(Map<String, JsonObject> asked, JsonObject state) {
    Set<String> keys = new LinkedHashSet<>(askedKeys);
    keys.addAll(asked.keySet());
    return new TaskWork(attempt, notBefore, lastToken, null, state, once, asked, Map.of(), keys);
  }

  /** Answers to pending questions; others are ignored. */
  TaskWork answered(Map<String, JsonNode> given, Instant now) {
    Map<String, JsonObject> left = new LinkedHashMap<>(questions);
    Map<String, JsonNode> known = new LinkedHashMap<>(answers);
    given.forEach(
        (key, answer) -> {
          if (left.remove(key) != null) {
            known.put(key, answer);
          }
        });
    Instant from = left.isEmpty() ? now : notBefore;
    return new TaskWork(attempt, from, lastToken, lease, recorded, once, left, known, askedKeys);
  }

  /** Nothing is left to do; what was only needed for it is forgotten. */
  TaskWork over() {
    return new TaskWork(
        attempt, notBefore, lastToken, null, JsonObject.EMPTY, once, Map.of(), Map.of(), askedKeys);
  }
}
