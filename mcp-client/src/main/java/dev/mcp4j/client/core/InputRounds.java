/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.client.InputRequestException;
import dev.mcp4j.client.ProtocolException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Repeats a request with answers as long as the server asks questions. The state the server hands
 * out goes back as it came, with this request and no other.
 *
 * <p>Specification 2026-07-28: basic/patterns/mrtr.
 */
final class InputRounds {
  private final InputHandlers handlers;
  private final int maxRounds;
  private final int maxQuestions;
  private final Consumer<String> abandoned;
  private final ExtensionReplies extensions;

  /** Makes the link. States of requests that are not sent again go to {@code abandoned}. */
  InputRounds(
      InputHandlers handlers,
      int maxRounds,
      int maxQuestions,
      Consumer<String> abandoned,
      ExtensionReplies extensions) {
    this.handlers = handlers;
    this.maxRounds = maxRounds;
    this.maxQuestions = maxQuestions;
    this.abandoned = abandoned;
    this.extensions = extensions;
  }

  <P extends RequestParams, R extends Result> Answer<R> run(
      Invocation<P, R> call, Step<P, R> next) {
    Invocation<P, R> round = call;
    String state = null;
    try {
      for (int rounds = 0; ; rounds++) {
        Reply<R> reply = next.proceed(round);
        state = reply instanceof Reply.InputRequired<R> asked ? asked.state() : null;
        if (reply instanceof Reply.Complete<R> complete) {
          return new Answer<>(complete.result(), rounds > 0);
        }
        if (reply instanceof Reply.Extended<R> extended) {
          return new Answer<>(extensions.resolve(call, extended), true);
        }
        round = answered(call, round, reply, rounds);
      }
    } finally {
      if (state != null) {
        abandoned.accept(state);
      }
    }
  }

  private <P extends RequestParams, R extends Result> Invocation<P, R> answered(
      Invocation<P, R> call, Invocation<P, R> round, Reply<R> reply, int rounds) {
    if (!(reply instanceof Reply.InputRequired<R> questions
        && round.params() instanceof InputResponseRequestParams params)) {
      throw new ProtocolException(
          "the server asks for input, which it must not do on " + call.method().name(), null);
    }
    if (rounds == maxRounds) {
      throw new InputRequestException(
          "",
          "the server still asks for input after %d rounds of %s"
              .formatted(maxRounds, call.method().name()),
          null);
    }
    if (questions.requests().size() > maxQuestions) {
      throw new InputRequestException(
          "",
          "the server asks %d questions at once during %s, and %d is the most"
              .formatted(questions.requests().size(), call.method().name(), maxQuestions),
          null);
    }
    Map<String, JsonNode> answers = answers(questions.requests(), call.control());
    return round.withParams(
        params.withInput(answers.isEmpty() ? null : answers, questions.state()));
  }

  private Map<String, JsonNode> answers(Map<String, InputRequest> questions, CallControl control) {
    Map<String, JsonNode> answers = new LinkedHashMap<>();
    questions.forEach((key, question) -> answers.put(key, handlers.answer(key, question, control)));
    return answers;
  }
}
