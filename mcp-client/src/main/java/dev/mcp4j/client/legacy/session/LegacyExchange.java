/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.InputResponseRequestParams;
import dev.mcp4j.api.JsonRpcError;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.input.InputRequest;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.legacy.SessionExpiredException;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A request of this revision, served by a session of an older one: waits for the session, sends the
 * request in the older words, and reads what comes back in the words of this revision. A question
 * the server asks meanwhile ends it as a reply that asks for input; the exchange with the server
 * goes on in the one that brings the answers.
 */
final class LegacyExchange implements Exchange {
  private final LegacyTransport transport;
  private final ClientRequest request;
  private final RequestMeta meta;
  private final Waiting waiting = new Waiting();
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable LegacySession session;
  private volatile @Nullable Exchange inner;

  /** What came for this request while it was being sent. */
  private final Deque<JsonRpcMessage> early = new ArrayDeque<>();

  private @Nullable ProgressToken serverToken;
  private @Nullable PageVisits visits;
  private boolean repeated;
  private boolean over;

  LegacyExchange(LegacyTransport transport, ClientRequest request) {
    this.transport = transport;
    this.request = request;
    this.meta = params().meta();
    this.serverToken = meta.progressToken();
  }

  /** Goes on with a call whose question was answered. */
  void resume(Parked.Asked asked) {
    lock.lock();
    try {
      session = asked.session();
      serverToken = asked.token();
      inner = asked.exchange();
    } finally {
      lock.unlock();
    }
  }

  /** Sends a call again that was refused until the user has been at some pages. */
  void retry(Parked.Refused before) {
    visits = new PageVisits(transport.completions(), before);
  }

  ClientRequest request() {
    return request;
  }

  private RequestParams params() {
    return (RequestParams) ((Payload.Typed) request.message().params()).value();
  }

  private String method() {
    return request.message().method();
  }

  /** Whether a question can be put to the application as a part of this call. */
  boolean takesInput() {
    return params() instanceof InputResponseRequestParams;
  }

  /** Whether this call is open at a server over a link, or about to be. */
  boolean isOpenOver(LegacyLink link) {
    lock.lock();
    try {
      return !over && session != null && session.link() == link;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    while (true) {
      JsonRpcMessage message = received(deadline);
      JsonRpcMessage shown = message == null ? null : shown(message);
      if (shown != null) {
        return shown;
      }
      if (message == null || deadline.isOver()) {
        return null;
      }
    }
  }

  @Override
  public boolean deliver(JsonRpcMessage message) {
    Exchange current;
    lock.lock();
    try {
      current = inner;
      if (current == null) {
        return !over && session != null && early.add(message);
      }
    } finally {
      lock.unlock();
    }
    return current.deliver(message);
  }

  @Override
  public void cancel(@Nullable String reason) {
    if (end()) {
      waiting.cancel();
      Exchange current = inner;
      if (current != null) {
        current.cancel(reason);
      }
    }
  }

  /** Whether the log message is wanted by this call. */
  boolean wantsLog(LoggingLevel level) {
    LoggingLevel least = meta.logLevel();
    return least != null && level.compareTo(least) >= 0;
  }

  private boolean end() {
    lock.lock();
    try {
      if (over) {
        return false;
      }
      over = true;
    } finally {
      lock.unlock();
    }
    transport.forget(this);
    if (visits != null) {
      visits.forget();
    }
    return true;
  }

  /** The next message of the server; null if none came in time. */
  private @Nullable JsonRpcMessage received(Deadline deadline) throws InterruptedException {
    while (true) {
      try {
        Exchange current = inner;
        if (current != null) {
          JsonRpcMessage first = firstEarly();
          return first == null ? current.next(deadline.left()) : first;
        }
        if (!begin(deadline)) {
          return null;
        }
        if (method().equals(Methods.DISCOVER.name())) {
          return discovered();
        }
      } catch (SessionGoneException e) {
        beginAgain(e);
      } catch (McpClientException e) {
        boolean unused = end();
        throw e;
      }
    }
  }

  /** Sends the request; false if the time is up before. */
  private boolean begin(Deadline deadline) throws InterruptedException {
    if (visits != null && !visits.await(waiting, deadline)) {
      return false;
    }
    LegacySession current = waiting.await(transport.join(), deadline.left());
    if (current == null) {
      return false;
    }
    if (method().equals(Methods.DISCOVER.name())) {
      enter(current);
      return true;
    }
    if (!awaitLogLevel(current, deadline)) {
      return false;
    }
    enter(current);
    open(current);
    return true;
  }

  private boolean awaitLogLevel(LegacySession current, Deadline deadline)
      throws InterruptedException {
    LoggingLevel level = meta.logLevel();
    if (level == null) {
      return true;
    }
    try {
      CompletableFuture<Boolean> set = current.log(level, transport.executor());
      return waiting.await(set, deadline.left()) != null;
    } catch (SessionGoneException e) {
      transport.lose(current);
      throw e;
    }
  }

  private void enter(LegacySession current) {
    lock.lock();
    try {
      session = current;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable JsonRpcMessage firstEarly() {
    lock.lock();
    try {
      return early.poll();
    } finally {
      lock.unlock();
    }
  }

  private void open(LegacySession current) {
    RequestParams lowered = Lowered.params(params());
    Exchange opened =
        current
            .link()
            .open(
                new ClientRequest(
                    new JsonRpcRequest(request.message().id(), method(), Payload.of(lowered)),
                    Result.class,
                    current.revision().wireName(),
                    null,
                    Map.of()));
    boolean late;
    lock.lock();
    try {
      late = over;
      inner = opened;
    } finally {
      lock.unlock();
    }
    if (late) {
      opened.cancel(null);
      throw new CallCancelledException("the call was cancelled", null);
    }
  }

  private void beginAgain(SessionGoneException gone) {
    LegacySession lost;
    boolean sent;
    lock.lock();
    try {
      lost = session;
      sent = inner != null;
      inner = null;
      session = null;
      early.clear();
    } finally {
      lock.unlock();
    }
    if (lost != null) {
      transport.lose(lost);
    }
    if (repeated || (sent && !transport.repeatable().contain(request))) {
      boolean unused = end();
      throw new SessionExpiredException(
          "%s: the session of the client has expired, and %s may have been carried out"
              .formatted(transport.target(), method()),
          gone);
    }
    repeated = true;
  }

  private JsonRpcMessage discovered() {
    LegacySession current = Objects.requireNonNull(session);
    return completed(new Reply.Complete<>(Raised.discovery(current.server())));
  }

  /** What the client is shown of a message; null if it is not for the call. */
  private @Nullable JsonRpcMessage shown(JsonRpcMessage message) {
    if (message instanceof JsonRpcResult result) {
      return result.result() instanceof Payload.Typed typed && typed.value() instanceof Reply<?>
          ? result
          : completed(raised(result));
    }
    if (message instanceof JsonRpcFailure failure) {
      return failed(failure.error());
    }
    if (message instanceof JsonRpcNotification notification) {
      return notified(notification);
    }
    return transport
        .questions()
        .askedFor(this, Objects.requireNonNull(session), (JsonRpcRequest) message);
  }

  private Reply<? extends Result> raised(JsonRpcResult result) {
    try {
      return Raised.result(method(), result.result(), request.resultType());
    } catch (McpClientException e) {
      boolean unused = end();
      throw e;
    }
  }

  private JsonRpcResult completed(Reply<? extends Result> reply) {
    if (reply instanceof Reply.Complete<? extends Result> complete) {
      transport.repeatable().learn(complete.result());
    }
    boolean unused = end();
    return new JsonRpcResult(request.message().id(), Payload.of(reply));
  }

  private JsonRpcMessage failed(JsonRpcError error) {
    Map<String, InputRequest> pages = takesInput() ? transport.questions().pages(error) : null;
    boolean unused = end();
    if (pages == null) {
      return new JsonRpcFailure(request.message().id(), Raised.error(method(), error));
    }
    transport.completions().expect(pages.keySet());
    return ask(new Parked.Refused(List.copyOf(pages.keySet()), error), pages);
  }

  private @Nullable JsonRpcNotification notified(JsonRpcNotification notification) {
    Object params = notification.params() instanceof Payload.Typed typed ? typed.value() : null;
    if (params instanceof ProgressNotificationParams progress) {
      return progressed(progress);
    }
    if (params instanceof LoggingMessageNotificationParams) {
      return notification;
    }
    LegacySession current = session;
    if (current != null) {
      transport.received(current.link(), notification);
    }
    return null;
  }

  /** The server knows the token of the first of the requests that make up the call. */
  private @Nullable JsonRpcNotification progressed(ProgressNotificationParams progress) {
    ProgressToken own = meta.progressToken();
    return own == null || !progress.progressToken().equals(serverToken)
        ? null
        : Raised.progress(progress, own);
  }

  /** Ends this exchange with questions; the exchange with the server stays open. */
  JsonRpcMessage ask(RequestId question, InputRequest input) {
    String key = question.text();
    Parked.Asked parked =
        new Parked.Asked(
            Objects.requireNonNull(session),
            Objects.requireNonNull(inner),
            serverToken,
            question,
            key);
    boolean unused = end();
    return ask(parked, Map.of(key, input));
  }

  private JsonRpcMessage ask(Parked parked, Map<String, InputRequest> questions) {
    String state = transport.park(parked);
    return new JsonRpcResult(
        request.message().id(),
        Payload.of(new Reply.InputRequired<>(questions, state, ResultMeta.EMPTY)));
  }
}
