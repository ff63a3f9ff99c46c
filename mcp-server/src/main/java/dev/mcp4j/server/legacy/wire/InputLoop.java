/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.RequestScope;
import dev.mcp4j.server.core.ScopeHandler;
import java.util.Map;
import java.util.concurrent.CancellationException;
import tools.jackson.databind.JsonNode;

/**
 * Answers a request whose client expects to be asked in the middle of it: when the server wants
 * input, asks for it and calls the server again, as often as it takes. The server does not notice.
 */
final class InputLoop implements ScopeHandler {
  private final Pipeline server;
  private final Asking asking;

  /**
   * Makes the loop.
   *
   * @param server answers, or wants input; gives up when there are too many rounds
   * @param asking the way to ask the client
   */
  InputLoop(Pipeline server, Asking asking) {
    this.server = server;
    this.asking = asking;
  }

  @Override
  public Reply<?> handle(McpRequest<?> request, RequestScope scope) throws Exception {
    ReplayFilter notifier = new ReplayFilter(scope);
    McpRequest<?> round = request;
    while (true) {
      Reply<?> reply = server.handle(round, notifier);
      if (!(reply instanceof Reply.InputRequired<?> wanted)) {
        return reply;
      } else if (scope.isCancelled()) {
        throw new CancellationException("nobody waits for the answer any more");
      }
      Map<String, JsonNode> answers;
      try {
        answers = ask(round, wanted.requests(), scope);
      } catch (UnansweredException e) {
        return unanswered(request, e);
      }
      notifier.rewind();
      round = round.withParams(retry(round).withInput(answers, wanted.state()));
    }
  }

  private Map<String, JsonNode> ask(
      McpRequest<?> request, Map<String, InputRequest> questions, RequestScope scope)
      throws Exception {
    if (questions.isEmpty()) {
      return Map.of();
    } else if (server.answersAtOnce(request)) {
      throw new UnansweredException("an inline handler must not wait for an answer");
    }
    return scope.offTheClock(() -> asking.ask(questions, scope));
  }

  private static InputResponseRequestParams retry(McpRequest<?> request) {
    if (request.params() instanceof InputResponseRequestParams params) {
      return params;
    }
    throw new IllegalStateException(request.method() + " cannot ask for input");
  }

  private static Reply<?> unanswered(McpRequest<?> request, UnansweredException why) {
    String text = "The client could not be asked: " + why.getMessage();
    if (request.method().equals(Methods.CALL_TOOL.name())) {
      return new Reply.Complete<>(CallToolResult.error(text));
    }
    throw new McpException(ErrorCode.INTERNAL_ERROR, text);
  }
}
