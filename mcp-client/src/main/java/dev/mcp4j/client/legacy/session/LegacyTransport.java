/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.legacy.ElicitationCompleteNotificationParams;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.core.Threads;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a server of an older revision the looks of this one. The handshake takes place when the
 * first request is sent, and again after a session was lost.
 *
 * <p>A question the server asks during a call becomes a reply that asks for input, and the answer
 * the client sends the call again with goes to the server as the answer to its question.
 */
public final class LegacyTransport implements ClientTransport {
  private static final Logger log = LoggerFactory.getLogger(LegacyTransport.class);

  private final String target;
  private final Supplier<String> partition;
  private final SessionConfig config;
  private final Links links;
  private final Handshake handshake;
  private final ExecutorService executor = Threads.newExecutor("mcp-session-");
  private final SingleFlight<LegacySession> sessions = new SingleFlight<>(this::connect, executor);
  private final Questions questions;
  private final Completions completions = new Completions();
  private final RepeatableCalls repeatable = new RepeatableCalls();
  private final Set<LegacyExchange> open = ConcurrentHashMap.newKeySet();
  private final Set<ListenExchange> listening = ConcurrentHashMap.newKeySet();
  private final ParkedCalls parked = new ParkedCalls(completions);
  private volatile Consumer<JsonRpcMessage> unmatched = message -> {};
  private volatile Consumer<McpClientException> onRefused = refusal -> {};
  private volatile boolean closed;

  /**
   * Makes a transport. Sends nothing yet.
   *
   * @param target names the server
   * @param partition names whom the server takes the client for
   * @param config what sessions are begun with
   * @param links where links come from; closed with the transport
   */
  public LegacyTransport(
      String target, Supplier<String> partition, SessionConfig config, Links links) {
    this.target = target;
    this.partition = partition;
    this.config = config;
    this.links = links;
    this.handshake = new Handshake(config);
    this.questions = new Questions(this, config);
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    this.unmatched = unmatched;
  }

  /**
   * Sets what is told when a server does not begin a session.
   *
   * @param listener takes the reason; called by any thread, does not block
   */
  public void onRefused(Consumer<McpClientException> listener) {
    onRefused = listener;
  }

  /**
   * Begins a session unless there is one. Blocks.
   *
   * @throws McpClientException if the server does not begin one
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void establish() throws InterruptedException {
    LegacySession unused = new Waiting().await(join(), Duration.ofDays(1));
  }

  /**
   * Returns what runs the work that nobody waits for.
   *
   * @return the executor, shut down with the transport
   */
  public ExecutorService executor() {
    return executor;
  }

  @Override
  public Exchange open(ClientRequest request) {
    if (closed) {
      throw new TransportException("the client is closed", null);
    }
    if (request.message().method().equals(Methods.LISTEN.name())) {
      ListenExchange listen = new ListenExchange(this, request.message().id(), filter(request));
      listening.add(listen);
      return listen;
    }
    Parked before = parked.unpark(request);
    if (before instanceof Parked.Refused refused && !ParkedCalls.isAccepted(request, refused)) {
      completions.forget(refused.elicitations());
      return new Answered(new JsonRpcFailure(request.message().id(), refused.refusal()));
    }
    LegacyExchange exchange = new LegacyExchange(this, request);
    open.add(exchange);
    if (before instanceof Parked.Asked asked) {
      ParkedCalls.answer(request, asked);
      exchange.resume(asked);
    } else if (before instanceof Parked.Refused refused) {
      exchange.retry(refused);
    }
    return exchange;
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    boolean aboutRoots =
        notification.message().method().equals(LegacyNotifications.ROOTS_LIST_CHANGED.name());
    if (aboutRoots && sessions.current() == null) {
      // A session that is yet to begin knows nothing that could have changed.
      return;
    }
    LegacySession session = new Waiting().await(join(), deadline.left());
    if (session == null) {
      throw new TransportException("there was no session to send it in within the time", null);
    }
    session.link().send(notification, deadline.left());
  }

  @Override
  public void abandon(String requestState) {
    parked.abandon(requestState);
  }

  @Override
  public String target() {
    return target;
  }

  @Override
  public String authorizationPartition() {
    return partition.get();
  }

  @Override
  public @Nullable String protocolVersion() {
    LegacySession session = sessions.current();
    if (session != null) {
      return session.revision().wireName();
    }
    return config.only() == null ? null : config.only().wireName();
  }

  @Override
  public boolean isOpen() {
    return !closed && links.isOpen();
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(exchange -> exchange.cancel("the client was closed"));
    listening.forEach(exchange -> exchange.cancel("the client was closed"));
    parked.abandonAll();
    executor.shutdownNow();
    sessions.end(session -> session.link().close());
    links.close();
  }

  CompletableFuture<LegacySession> join() {
    LegacySession current = sessions.current();
    if (current != null && !current.link().isOpen()) {
      lose(current);
    }
    return sessions.join();
  }

  /** The session is of no use any more; who needs one begins another. */
  void lose(LegacySession lost) {
    sessions.lose(lost);
    listening.forEach(listen -> listen.sessionLost(lost));
  }

  /** Takes a message that belongs to no call. Does not block. */
  void received(LegacyLink link, JsonRpcMessage message) {
    if (message instanceof JsonRpcRequest request) {
      questions.asked(link, request);
    } else if (message instanceof JsonRpcNotification notification) {
      notified(link, notification);
    } else {
      unmatched.accept(message);
    }
  }

  /** The one call of a link that can ask the user anything; null if there is none or more. */
  @Nullable LegacyExchange onlyCall(LegacyLink link) {
    LegacyExchange only = null;
    for (LegacyExchange exchange : open) {
      if (exchange.takesInput() && exchange.isOpenOver(link)) {
        if (only != null) {
          return null;
        }
        only = exchange;
      }
    }
    return parked.isEmpty() ? only : null;
  }

  LegacyRevision revisionOf(LegacyLink link) {
    LegacySession current = sessions.current();
    return current != null && current.link() == link ? current.revision() : LegacyRevision.LATEST;
  }

  /** Keeps a call until it is sent again with the state that is returned, or abandoned. */
  String park(Parked call) {
    String state = parked.park(call);
    if (closed) {
      parked.abandon(state);
    }
    return state;
  }

  void forget(LegacyExchange exchange) {
    open.remove(exchange);
  }

  void forget(ListenExchange exchange) {
    listening.remove(exchange);
  }

  Questions questions() {
    return questions;
  }

  Completions completions() {
    return completions;
  }

  /**
   * Tells which requests do no harm when a server gets them twice.
   *
   * @param request a request
   * @return whether it only reads, as far as is known
   */
  public boolean isRepeatable(ClientRequest request) {
    return repeatable.contain(request);
  }

  RepeatableCalls repeatable() {
    return repeatable;
  }

  Duration timeout() {
    return config.timeout();
  }

  /** How much is kept of calls, subscriptions and questions. */
  int leftovers() {
    return open.size() + listening.size() + parked.size() + questions.size() + completions.size();
  }

  private static SubscriptionFilter filter(ClientRequest request) {
    return request.message().params() instanceof Payload.Typed typed
            && typed.value() instanceof SubscriptionsListenRequestParams params
        ? params.notifications()
        : SubscriptionFilter.NONE;
  }

  private void notified(LegacyLink link, JsonRpcNotification notification) {
    Object params = notification.params() instanceof Payload.Typed typed ? typed.value() : null;
    if (params instanceof LoggingMessageNotificationParams message) {
      logged(link, notification, message);
    } else if (params instanceof CancelledNotificationParams cancelled) {
      questions.cancelled(link, cancelled.requestId());
    } else if (notification.method().equals(LegacyNotifications.ELICITATION_COMPLETE.name())) {
      elicited(notification.params());
    } else {
      boolean heard = false;
      for (ListenExchange listen : listening) {
        heard |= listen.offer(link, notification);
      }
      if (!heard) {
        unmatched.accept(notification);
      }
    }
  }

  /** Log messages name no call, so each call that wants any gets them. */
  private void logged(
      LegacyLink link, JsonRpcNotification notification, LoggingMessageNotificationParams message) {
    for (LegacyExchange exchange : open) {
      if (exchange.wantsLog(message.level()) && exchange.isOpenOver(link)) {
        boolean unused = exchange.deliver(notification);
      }
    }
  }

  private void elicited(Payload params) {
    try {
      completions.complete(
          LegacyJson.read(ElicitationCompleteNotificationParams.class, params).elicitationId());
    } catch (JsonShapeException e) {
      log.debug("{} completes an elicitation without an id: {}", target, e.getMessage());
    }
  }

  private LegacySession connect() throws InterruptedException {
    while (true) {
      LegacyLink link = links.connect();
      try {
        return begin(link);
      } catch (McpClientException e) {
        if (!links.fallBack(e)) {
          onRefused.accept(e);
          throw e;
        }
        log.debug("{} does not begin a session this way: {}", target, e.getMessage());
      }
    }
  }

  private LegacySession begin(LegacyLink link) throws InterruptedException {
    boolean begun = false;
    try {
      link.start(message -> received(link, message));
      LegacySession session = handshake.run(link, message -> received(link, message));
      log.debug("{} speaks {}", target, session.revision().wireName());
      begun = true;
      return session;
    } finally {
      if (!begun) {
        link.close();
      }
    }
  }
}
