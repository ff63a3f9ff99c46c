/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.server.Answers;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.Question;
import dev.mcp4j.server.input.SealedState.KnownAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One run of a handler within the rounds of one request: what is known from before, and what it
 * asks. Safe for use by several threads.
 */
public final class Chain {
  private final Questions questions;
  private final ClientCapabilities client;
  private final Map<String, JsonNode> responses;
  private final @Nullable SealedState before;
  private final Supplier<String> chainIds;
  private final Supplier<OnceLedger> ledgers;

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable OnceLedger once;

  /** Can be changed since the first question. */
  private Map<String, KnownAnswer> answers;

  private Map<String, PreparedQuestion<?>> pending = Map.of();
  private boolean asks;
  private @Nullable String chainId;

  /**
   * Starts a run.
   *
   * @param before what was sealed in the round before; null for a fresh chain
   * @param ledgers opens the ledger when it is first needed, which hardly any run does
   */
  Chain(
      Questions questions,
      ClientCapabilities client,
      Map<String, JsonNode> responses,
      @Nullable SealedState before,
      Supplier<OnceLedger> ledgers,
      Supplier<String> chainIds) {
    this.questions = questions;
    this.client = client;
    this.responses = responses;
    this.before = before;
    this.ledgers = ledgers;
    this.chainIds = chainIds;
    this.answers = before == null ? Map.of() : before.answers();
    this.chainId = before == null ? null : before.chainId();
  }

  /**
   * Answers questions, or leaves the handler with those that have no answer yet.
   *
   * @throws McpException if the client cannot be asked, an answer does not fit, or a question is
   *     not the one that was asked
   */
  public Answers ask(List<Question<?>> asked) {
    Map<Question<?>, Object> values = new HashMap<>();
    List<PreparedQuestion<?>> missing = new ArrayList<>();
    lock.lock();
    try {
      begin();
      for (PreparedQuestion<?> question : prepare(asked)) {
        Object value = answer(question);
        if (value == null) {
          missing.add(question);
        } else {
          values.put(question.question(), value);
        }
      }
      if (!missing.isEmpty()) {
        RequiredCapabilities.check(
            missing.stream().map(PreparedQuestion::request).toList(), client);
        missing.forEach(question -> pending.put(question.key(), question));
        throw new Unwinding(this);
      }
    } finally {
      lock.unlock();
    }
    return new KnownAnswers(values);
  }

  private void begin() {
    if (!asks) {
      asks = true;
      answers = new LinkedHashMap<>(answers);
      pending = new LinkedHashMap<>();
    }
  }

  private List<PreparedQuestion<?>> prepare(List<Question<?>> asked) {
    Map<String, PreparedQuestion<?>> prepared = new LinkedHashMap<>();
    for (Question<?> question : asked) {
      if (prepared.put(question.key(), questions.prepare(question)) != null) {
        throw new IllegalArgumentException("two questions have the key " + question.key());
      }
    }
    return List.copyOf(prepared.values());
  }

  private @Nullable Object answer(PreparedQuestion<?> question) {
    String key = question.key();
    KnownAnswer known = answers.get(key);
    if (known != null) {
      requireSame(question, known.question());
      return read(question, known.answer());
    }
    if (before != null) {
      String digest = before.pending().get(key);
      if (digest == null) {
        return null;
      }
      requireSame(question, digest);
    }
    JsonNode response = responses.get(key);
    if (response == null) {
      return null;
    }
    Object value = read(question, response);
    answers.put(key, new KnownAnswer(question.digest(), response));
    return value;
  }

  private static Object read(PreparedQuestion<?> question, JsonNode response) {
    try {
      return question.reader().apply(response);
    } catch (UnfitAnswer e) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS, "/inputResponses/" + escaped(question.key()) + e.getMessage());
    }
  }

  /**
   * Checks an answer.
   *
   * @throws McpException if it does not fit
   */
  static void requireFit(PreparedQuestion<?> question, JsonNode response) {
    Object unused = read(question, response);
  }

  private static String escaped(String key) {
    return key.replace("~", "~0").replace("/", "~1");
  }

  private static void requireSame(PreparedQuestion<?> question, String digest) {
    if (!question.digest().equals(digest)) {
      throw new McpException(
          ErrorCode.INTERNAL_ERROR,
          "The question "
              + question.key()
              + " is not the one that was asked before under this key; a handler must ask the same"
              + " question in every round");
    }
  }

  /**
   * Does something once.
   *
   * @param type the type of the outcome; null if it says so itself
   */
  public @Nullable Object once(String key, @Nullable Class<?> type, Callable<?> action)
      throws Exception {
    return ledger().get(key, type, action);
  }

  private OnceLedger ledger() {
    lock.lock();
    try {
      if (once == null) {
        once = ledgers.get();
      }
      return once;
    } finally {
      lock.unlock();
    }
  }

  /** Returns what all runs of the chain have in common. */
  public String chainId() {
    lock.lock();
    try {
      if (chainId == null) {
        chainId = chainIds.get();
      }
      return chainId;
    } finally {
      lock.unlock();
    }
  }

  /** Returns what the client sent, unchecked. */
  public Map<String, JsonNode> responses() {
    return responses;
  }

  /** Returns the state of a handler that asks by itself. */
  public @Nullable String ownState() {
    return before == null ? null : before.own();
  }

  /** Tells whether questions wait for an answer. */
  boolean isPending() {
    lock.lock();
    try {
      return !pending.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** The questions that wait for an answer, by key. */
  Map<String, InputRequest> pendingRequests() {
    lock.lock();
    try {
      Map<String, InputRequest> requests = new LinkedHashMap<>();
      pending.forEach((key, question) -> requests.put(key, question.request()));
      return requests;
    } finally {
      lock.unlock();
    }
  }

  Map<String, String> pendingDigests() {
    lock.lock();
    try {
      Map<String, String> digests = new LinkedHashMap<>();
      pending.forEach((key, question) -> digests.put(key, question.digest()));
      return digests;
    } finally {
      lock.unlock();
    }
  }

  Map<String, KnownAnswer> answers() {
    lock.lock();
    try {
      return new LinkedHashMap<>(answers);
    } finally {
      lock.unlock();
    }
  }

  /** Returns the outcomes of {@code once} so far, by key. */
  public Map<String, JsonNode> outcomes() {
    return ledger().outcomes();
  }

  /** Returns what is known so far but for the outcomes of {@code once}, to go on with later. */
  public JsonObject recorded() {
    return recorded(rounds(), ownState());
  }

  /** The same after so many rounds, with another state of a handler that asks by itself. */
  JsonObject recorded(int round, @Nullable String own) {
    // The record stays with the server, so it needs neither an end nor an origin to be held to.
    return new JsonObject(
        StateFormat.tree(
            new SealedState(
                Instant.EPOCH,
                new SealedState.Origin(null, "", "", ""),
                round,
                pendingDigests(),
                answers(),
                Map.of(),
                chainId(),
                own)));
  }

  /** How many rounds went before this run. */
  int rounds() {
    return before == null ? 0 : before.round();
  }

  ClientCapabilities client() {
    return client;
  }
}
