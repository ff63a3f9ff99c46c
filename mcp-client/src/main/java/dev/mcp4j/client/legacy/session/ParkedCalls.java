/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.elicitation.ElicitAction;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The calls that servers have asked something for, by the state that the client sends them again
 * with. Safe for use by several threads.
 */
final class ParkedCalls {
  private final Completions completions;
  private final Map<String, Parked> parked = new ConcurrentHashMap<>();

  ParkedCalls(Completions completions) {
    this.completions = completions;
  }

  /** Keeps a call until it is sent again with the state that is returned, or abandoned. */
  String park(Parked call) {
    String state = UUID.randomUUID().toString();
    parked.put(state, call);
    return state;
  }

  /** The call that is sent again by a request; null if it is a new one. */
  @Nullable Parked unpark(ClientRequest request) {
    InputResponseRequestParams params = input(request);
    String state = params == null ? null : params.requestState();
    return state == null ? null : parked.remove(state);
  }

  /** Lets go of a call that is not sent again. */
  void abandon(String state) {
    Parked left = parked.remove(state);
    if (left instanceof Parked.Asked asked) {
      asked.session().link().answer(new JsonRpcFailure(asked.question(), Questions.NO_ANSWER));
      asked.exchange().cancel("given up");
    } else if (left instanceof Parked.Refused refused) {
      completions.forget(refused.elicitations());
    }
  }

  void abandonAll() {
    parked.keySet().forEach(this::abandon);
  }

  boolean isEmpty() {
    return parked.isEmpty();
  }

  int size() {
    return parked.size();
  }

  /** Whether the user has agreed to go to all the pages. */
  static boolean isAccepted(ClientRequest request, Parked.Refused refused) {
    return refused.elicitations().stream()
        .map(key -> answer(request, key))
        .allMatch(
            answer ->
                answer != null
                    && answer.path("action").asString("").equals(ElicitAction.ACCEPT.wireName()));
  }

  /** Tells the server the answer that the client sends along. */
  static void answer(ClientRequest request, Parked.Asked asked) {
    JsonNode answer = answer(request, asked.key());
    LegacySession session = asked.session();
    session
        .link()
        .answer(
            answer == null
                ? new JsonRpcFailure(asked.question(), Questions.NO_ANSWER)
                : new JsonRpcResult(
                    asked.question(), Payload.of(Lowered.answer(answer, session.revision()))));
  }

  private static @Nullable JsonNode answer(ClientRequest request, String key) {
    InputResponseRequestParams params = input(request);
    Map<String, JsonNode> answers = params == null ? null : params.inputResponses();
    return answers == null ? null : answers.get(key);
  }

  private static @Nullable InputResponseRequestParams input(ClientRequest request) {
    return request.message().params() instanceof Payload.Typed typed
            && typed.value() instanceof InputResponseRequestParams params
        ? params
        : null;
  }
}
