/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.input;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * All that a server knows between two rounds of one request; the client keeps it.
 *
 * @param expiry when it becomes worthless
 * @param origin which request it belongs to
 * @param round how many rounds of questions went out, this one included
 * @param pending the digests of the questions of this round, by key
 * @param answers what was answered in earlier rounds, by key
 * @param once the outcomes of {@code once}, by key
 * @param chainId what all rounds have in common
 * @param own the state of a handler that asks by itself; null if there is none
 */
record SealedState(
    Instant expiry,
    Origin origin,
    int round,
    Map<String, String> pending,
    Map<String, KnownAnswer> answers,
    Map<String, JsonNode> once,
    String chainId,
    @Nullable String own) {

  SealedState {
    pending = Collections.unmodifiableMap(new LinkedHashMap<>(pending));
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    once = Collections.unmodifiableMap(new LinkedHashMap<>(once));
  }

  /**
   * A request, but for what changes between its rounds.
   *
   * @param principal who sends it; null if nobody was authenticated
   * @param method its method
   * @param name what it names: a tool, a prompt, a resource
   * @param arguments the digest of its arguments
   */
  record Origin(@Nullable String principal, String method, String name, String arguments) {}

  /**
   * An answer.
   *
   * @param question the digest of its question
   * @param answer what the client sent
   */
  record KnownAnswer(String question, JsonNode answer) {}
}
