/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.engine.Trial;
import dev.mcp4j.conformance.peer.Ask;
import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import dev.mcp4j.conformance.token.Challenge;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Requests with tokens of all sorts, and how they are refused. */
final class Refusals {
  private static final String HEADER = "Authorization";

  private Refusals() {}

  /** The same request without a token. */
  static Ask withoutToken(Ask ask) {
    ask.headers().remove(HEADER);
    return ask;
  }

  /** The same request with another token. */
  static Ask withToken(Ask ask, String token) {
    return withCredentials(ask, "Bearer " + token);
  }

  /** The same request with any value of the header. */
  static Ask withCredentials(Ask ask, String credentials) {
    ask.headers().set(HEADER, credentials);
    return ask;
  }

  /** Sends what may be answered by a stream that does not end, and waits for the first sign. */
  static Reply sendBriefly(Ask ask, Trial trial) {
    MessageStream stream = trial.open(ask);
    stream.next(trial.peer().patience());
    return trial.seen(stream.soFar());
  }

  /** Demands that nothing was done for a request. */
  static void nothingIsTold(String requirement, Reply reply, Trial trial) {
    boolean told = reply.status() / 100 == 2 || reply.result().isObject();
    trial.expect(requirement, reply).is(!told, "a refusal");
  }

  /** Demands that a refusal asks for a token. */
  static void isChallenged(String requirement, Reply reply, Trial trial) {
    trial.expect(
        requirement,
        !challenges(reply).isEmpty(),
        "the header WWW-Authenticate with a challenge of the scheme Bearer",
        shown(reply));
  }

  /** The challenges that ask for a token. */
  static List<Challenge> challenges(Reply reply) {
    return reply.head().map(Challenge::forTokens).orElse(List.of());
  }

  /** The scopes that the challenges name. */
  static Set<String> scopes(Reply reply) {
    Set<String> scopes = new TreeSet<>();
    challenges(reply).stream().map(Challenge::scopes).forEach(scopes::addAll);
    return scopes;
  }

  /** The challenges of a reply, for people. */
  static String shown(Reply reply) {
    List<Challenge> all = reply.head().map(Challenge::of).orElse(List.of());
    return reply.brief() + (all.isEmpty() ? ", without a challenge" : ", " + all);
  }
}
