/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as this revision has it, over a session in which servers tell of changes to lists
 * by themselves and of changes to resources after {@code resources/subscribe}. It ends with the
 * session.
 */
final class ListenExchange implements Exchange {
  private static final int MAX_WAITING = 256;

  /** How often to look whether the link is still there. */
  private static final Duration LOOK = Duration.ofSeconds(1);

  private record Arrival(
      @Nullable JsonRpcNotification change, @Nullable Supplier<? extends McpClientException> end) {}

  private final LegacyTransport transport;
  private final RequestId id;
  private final SubscriptionFilter wanted;
  private final Waiting waiting = new Waiting();
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private volatile @Nullable LegacySession session;
  private volatile SubscriptionFilter agreed = SubscriptionFilter.NONE;
  private @Nullable CompletableFuture<Boolean> agreement;
  private boolean acknowledged;

  ListenExchange(LegacyTransport transport, RequestId id, SubscriptionFilter wanted) {
    this.transport = transport;
    this.id = id;
    this.wanted = wanted;
  }

  @Override
  public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    try {
      return acknowledged ? change(deadline) : acknowledgment(deadline);
    } catch (McpClientException e) {
      end();
      throw e;
    }
  }

  @Override
  public boolean deliver(JsonRpcMessage message) {
    return false;
  }

  @Override
  public void cancel(@Nullable String reason) {
    if (!over.get()) {
      waiting.cancel();
      fail(() -> new CallCancelledException("the subscription was cancelled", null));
    }
  }

  /** Ends the subscription if it is one of this session. */
  void sessionLost(LegacySession lost) {
    if (session == lost) {
      fail(() -> new TransportException("the session of the subscription has ended", null));
    }
  }

  /** Takes a change, if it is one this subscription is about. */
  boolean offer(LegacyLink link, JsonRpcNotification change) {
    LegacySession current = session;
    if (current == null || current.link() != link || over.get() || !isWanted(change)) {
      return false;
    }
    if (arrivals.size() >= MAX_WAITING) {
      fail(
          () ->
              new TransportException(
                  "more than %d changes wait to be handled".formatted(MAX_WAITING), null));
    } else {
      arrivals.add(new Arrival(marked(change), null));
    }
    return true;
  }

  private @Nullable JsonRpcMessage acknowledgment(Deadline deadline) throws InterruptedException {
    LegacySession current = session;
    if (current == null) {
      current = waiting.await(transport.join(), deadline.left());
      if (current == null) {
        return null;
      }
      session = current;
    }
    if (agreement == null) {
      agreement = agree(current);
    }
    if (waiting.await(agreement, deadline.left()) == null) {
      return null;
    }
    acknowledged = true;
    return new JsonRpcNotification(
        Notifications.SUBSCRIPTIONS_ACKNOWLEDGED.name(),
        Payload.of(
            new SubscriptionsAcknowledgedNotificationParams(
                agreed, new NotificationMeta(id, JsonObject.EMPTY))));
  }

  private @Nullable JsonRpcMessage change(Deadline deadline) throws InterruptedException {
    while (true) {
      Duration left = deadline.left();
      Duration atMost = left.compareTo(LOOK) < 0 ? left : LOOK;
      Arrival arrival = arrivals.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
      if (arrival != null && arrival.end() != null) {
        throw arrival.end().get();
      }
      if (arrival != null) {
        return arrival.change();
      }
      LegacySession current = session;
      if (current != null && !current.link().isOpen()) {
        transport.lose(current);
        fail(() -> new TransportException("the connection of the subscription was lost", null));
      } else if (deadline.isOver()) {
        return null;
      }
    }
  }

  private CompletableFuture<Boolean> agree(LegacySession current) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    try {
      transport.executor().execute(() -> agree(current, done));
    } catch (RejectedExecutionException e) {
      done.completeExceptionally(new CallCancelledException("the client was closed", null));
    }
    return done;
  }

  /** Asks for what the server can report, and for no more. */
  private void agree(LegacySession current, CompletableFuture<Boolean> done) {
    ServerCapabilities can = current.server().capabilities();
    try {
      if (current.isHearing()) {
        agreed =
            SubscriptionFilter.builder()
                .toolsListChanged(
                    both(
                        wanted.toolsListChanged(),
                        can.tools() == null ? null : can.tools().listChanged()))
                .promptsListChanged(
                    both(
                        wanted.promptsListChanged(),
                        can.prompts() == null ? null : can.prompts().listChanged()))
                .resourcesListChanged(
                    both(
                        wanted.resourcesListChanged(),
                        can.resources() == null ? null : can.resources().listChanged()))
                .build();
        boolean subscribable =
            can.resources() != null && Boolean.TRUE.equals(can.resources().subscribe());
        for (String uri : subscribable ? wanted.resourceSubscriptions() : List.<String>of()) {
          subscribe(current, uri);
        }
      }
      done.complete(true);
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
    if (over.get()) {
      unsubscribe(current);
    }
  }

  private void subscribe(LegacySession current, String uri) throws InterruptedException {
    if (!over.get() && current.subscribe(uri, transport.timeout())) {
      List<String> more = new ArrayList<>(agreed.resourceSubscriptions());
      more.add(uri);
      agreed = agreed.toBuilder().resourceSubscriptions(more).build();
    }
  }

  private static @Nullable Boolean both(@Nullable Boolean wanted, @Nullable Boolean offered) {
    boolean agreed = Boolean.TRUE.equals(wanted) && Boolean.TRUE.equals(offered);
    return agreed ? true : null;
  }

  private boolean isWanted(JsonRpcNotification change) {
    String method = change.method();
    if (method.equals(Notifications.TOOLS_LIST_CHANGED.name())) {
      return Boolean.TRUE.equals(agreed.toolsListChanged());
    }
    if (method.equals(Notifications.PROMPTS_LIST_CHANGED.name())) {
      return Boolean.TRUE.equals(agreed.promptsListChanged());
    }
    if (method.equals(Notifications.RESOURCES_LIST_CHANGED.name())) {
      return Boolean.TRUE.equals(agreed.resourcesListChanged());
    }
    // A resource that was subscribed to can stand for those below it.
    return change.params() instanceof Payload.Typed typed
        && typed.value() instanceof ResourceUpdatedNotificationParams updated
        && agreed.resourceSubscriptions().stream().anyMatch(updated.uri()::startsWith);
  }

  private JsonRpcNotification marked(JsonRpcNotification change) {
    if (change.params() instanceof Payload.Typed typed
        && typed.value() instanceof NotificationParams params) {
      return new JsonRpcNotification(
          change.method(),
          Payload.of(params.withMeta(new NotificationMeta(id, params.meta().other()))));
    }
    return change;
  }

  private void fail(Supplier<? extends McpClientException> reason) {
    arrivals.add(new Arrival(null, reason));
    end();
  }

  private void end() {
    if (!over.compareAndSet(false, true)) {
      return;
    }
    transport.forget(this);
    LegacySession current = session;
    if (current != null && agreement != null && agreement.isDone()) {
      try {
        transport.executor().execute(() -> unsubscribe(current));
      } catch (RejectedExecutionException e) {
        // The client is closed, and its sessions with it.
      }
    }
  }

  private void unsubscribe(LegacySession current) {
    List<String> uris = agreed.resourceSubscriptions();
    agreed = SubscriptionFilter.NONE;
    uris.forEach(uri -> current.unsubscribe(uri, transport.timeout()));
  }
}
