/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.EmptyResult;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.elicitation.ElicitRequest;
import dev.mcp4j.api.elicitation.ElicitRequestURLParams;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.legacy.LegacyErrorCode;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.UrlElicitation;
import dev.mcp4j.api.legacy.UrlElicitationRequiredData;
import dev.mcp4j.api.roots.ListRootsRequest;
import dev.mcp4j.api.sampling.CreateMessageRequest;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Answers the requests of servers. A question that belongs to a call is put to the application as a
 * part of it; every other one is answered on a thread of its own.
 */
final class Questions {
  private static final int MAX_AT_ONCE = 64;

  private static final Logger log = LoggerFactory.getLogger(Questions.class);

  private record Key(LegacyLink link, RequestId id) {}

  private final LegacyTransport transport;
  private final SessionConfig config;
  private final Map<Key, FutureTask<?>> running = new ConcurrentHashMap<>();

  Questions(LegacyTransport transport, SessionConfig config) {
    this.transport = transport;
    this.config = config;
  }

  /** Takes a request that came without a mark. Does not block. */
  void asked(LegacyLink link, JsonRpcRequest request) {
    InputRequest question = question(link, request);
    if (question == null) {
      return;
    }
    LegacyExchange call = question instanceof ListRootsRequest ? null : transport.onlyCall(link);
    JsonRpcRequest own =
        new JsonRpcRequest(
            request.id(),
            request.method(),
            Payload.of(LegacyJson.read(JsonObject.class, request.params())));
    if (call == null || !call.deliver(own)) {
      answerAlone(link, request.id(), question);
    }
  }

  /** Takes a request that came with a call; returns what the call is shown of it. */
  @Nullable JsonRpcMessage askedFor(
      LegacyExchange call, LegacySession session, JsonRpcRequest request) {
    InputRequest question = question(session.link(), request);
    if (question == null) {
      return null;
    }
    if (call.takesInput() && !(question instanceof ListRootsRequest)) {
      return call.ask(request.id(), question);
    }
    answerAlone(session.link(), request.id(), question);
    return null;
  }

  /** Takes note that the server does not want an answer any more. */
  void cancelled(LegacyLink link, RequestId id) {
    FutureTask<?> task = running.remove(new Key(link, id));
    if (task != null) {
      task.cancel(true);
    }
  }

  /** The pages a refused call asks the user to go to; null if it was refused for good. */
  @Nullable Map<String, InputRequest> pages(JsonRpcError error) {
    ClientCapabilities can = config.capabilities();
    boolean able = can.elicitation() != null && can.elicitation().supportsUrl();
    JsonNode data = error.data();
    if (error.code() != LegacyErrorCode.URL_ELICITATION_REQUIRED || !able || data == null) {
      return null;
    }
    try {
      List<UrlElicitation> elicitations =
          LegacyJson.read(UrlElicitationRequiredData.class, data).elicitations();
      Map<String, InputRequest> pages = new LinkedHashMap<>();
      for (UrlElicitation page : elicitations) {
        pages.put(
            page.elicitationId(),
            new ElicitRequest(new ElicitRequestURLParams(page.message(), page.url())));
      }
      return pages.isEmpty() ? null : pages;
    } catch (JsonShapeException e) {
      log.debug("the pages to go to cannot be read: {}", e.getMessage());
      return null;
    }
  }

  int size() {
    return running.size();
  }

  /** The question in a request; null if it was answered here. */
  private @Nullable InputRequest question(LegacyLink link, JsonRpcRequest request) {
    if (request.method().equals(LegacyMethods.PING.name())) {
      link.answer(new JsonRpcResult(request.id(), Payload.of(new EmptyResult(ResultMeta.EMPTY))));
      return null;
    }
    try {
      InputRequest question = LegacyJson.readServerRequest(request).request();
      JsonRpcError refusal = refusal(question);
      if (refusal == null) {
        return question;
      }
      link.answer(new JsonRpcFailure(request.id(), refusal));
    } catch (JsonShapeException e) {
      link.answer(
          new JsonRpcFailure(
              request.id(), JsonRpcError.of(ErrorCode.INVALID_PARAMS, e.getMessage())));
    }
    return null;
  }

  /** What is wrong with asking this client; null if nothing is. */
  private @Nullable JsonRpcError refusal(InputRequest question) {
    ClientCapabilities can = config.capabilities();
    if (question instanceof ElicitRequest elicit && can.elicitation() != null) {
      boolean shown =
          elicit.params() instanceof ElicitRequestURLParams
              ? can.elicitation().supportsUrl()
              : can.elicitation().supportsForm();
      return shown ? null : undeclared("this mode of elicitation");
    }
    if (question instanceof CreateMessageRequest create && can.sampling() != null) {
      boolean able = create.params().tools().isEmpty() || can.sampling().tools() != null;
      return able ? null : undeclared("sampling with tools");
    }
    return question instanceof ListRootsRequest && can.roots() != null
        ? null
        : JsonRpcError.of(ErrorCode.METHOD_NOT_FOUND, "the client does not offer this method");
  }

  private static JsonRpcError undeclared(String what) {
    return JsonRpcError.of(
        ErrorCode.INVALID_PARAMS, "the client has not declared that it can do " + what);
  }

  private void answerAlone(LegacyLink link, RequestId id, InputRequest question) {
    Key key = new Key(link, id);
    FutureTask<?> task = new FutureTask<>(() -> answer(key, question), true);
    if (running.size() >= MAX_AT_ONCE || running.putIfAbsent(key, task) != null) {
      link.answer(
          new JsonRpcFailure(
              id, JsonRpcError.of(ErrorCode.INTERNAL_ERROR, "too many questions at once")));
      return;
    }
    try {
      transport.executor().execute(task);
    } catch (RejectedExecutionException e) {
      running.remove(key);
    }
  }

  private void answer(Key key, InputRequest question) {
    try {
      JsonObject answer =
          Lowered.answer(
              config.handlers().answer(key.id().text(), question),
              transport.revisionOf(key.link()));
      if (running.remove(key) != null) {
        key.link().answer(new JsonRpcResult(key.id(), Payload.of(answer)));
      }
    } catch (RuntimeException e) {
      log.warn("a question of {} has no answer: {}", transport.target(), e.getMessage(), e);
      if (running.remove(key) != null) {
        key.link().answer(new JsonRpcFailure(key.id(), NO_ANSWER));
      }
    }
  }

  /** What a server is told when the application failed: not more than that. */
  static final JsonRpcError NO_ANSWER =
      JsonRpcError.of(ErrorCode.INTERNAL_ERROR, "the client has no answer");
}
