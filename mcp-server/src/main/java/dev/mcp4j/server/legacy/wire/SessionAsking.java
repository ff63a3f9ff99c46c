/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.legacy.ServerRequest;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.core.RequestScope;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Asks the client of a session by requests to it. */
public final class SessionAsking implements Asking {
  private final LegacySession session;
  private final PendingQuestions pending;
  private final Outbound out;
  private final Duration patience;
  private final QuestionLowering lowering;

  /**
   * Makes the way.
   *
   * @param session the session
   * @param pending its questions
   * @param out where questions are taken back
   * @param patience how long to wait for an answer
   * @param elicitationIds makes ids of elicitations, unguessable
   */
  public SessionAsking(
      LegacySession session,
      PendingQuestions pending,
      Outbound out,
      Duration patience,
      Supplier<String> elicitationIds) {
    this.session = session;
    this.pending = pending;
    this.out = out;
    this.patience = patience;
    this.lowering = new QuestionLowering(session.facts().revision(), elicitationIds);
  }

  @Override
  public Map<String, JsonNode> ask(Map<String, InputRequest> questions, RequestScope scope)
      throws UnansweredException, InterruptedException {
    Map<String, ServerRequest> requests = new LinkedHashMap<>();
    for (Map.Entry<String, InputRequest> question : questions.entrySet()) {
      ServerRequest request = lowering.lower(question.getValue());
      requests.put(question.getKey(), request);
      if (request.elicitationId() != null
          && question.getValue() instanceof ElicitRequest elicit
          && elicit.params() instanceof ElicitRequestURLParams page) {
        session.sentTo(page.url(), request.elicitationId());
      }
    }
    return pending.ask(requests, scope::send, out, patience);
  }
}
