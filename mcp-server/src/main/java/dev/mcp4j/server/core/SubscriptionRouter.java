/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.ResourcesCapability;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.event.EventBus;
import dev.mcp4j.server.event.ServerEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the events of a bus to the subscriptions that want them. Events of the same kind are
 * delivered once per beat of the ticker.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions.
 */
public final class SubscriptionRouter implements AutoCloseable {
  /** How many different events a peer may leave unread before its subscription is ended. */
  public static final int DEFAULT_QUEUE = 256;

  private static final Logger log = LoggerFactory.getLogger(SubscriptionRouter.class);

  private final BiPredicate<Caller, ServerEvent> visible;
  private final int queue;
  private final Set<FilteredSubscription> subscriptions = ConcurrentHashMap.newKeySet();
  private final Set<FilteredSubscription> dirty = ConcurrentHashMap.newKeySet();
  private final ConcurrentHashMap<ServerEvent, Set<FilteredSubscription>> byTopic =
      new ConcurrentHashMap<>();
  private final EventBus.Registration registration;
  private final Deadlines deadlines;
  private final Ticker.Registration beat;
  private volatile boolean closed;

  /**
   * Makes a router and subscribes it to the bus.
   *
   * @param bus where events come from
   * @param ticker when they are delivered
   * @param visible tells whether a caller may learn of an event; asked for every event, on the
   *     thread that publishes it
   * @param queue how many different events a peer may leave unread
   */
  public SubscriptionRouter(
      EventBus bus, Ticker ticker, BiPredicate<Caller, ServerEvent> visible, int queue) {
    this(bus, ticker, visible, queue, Clock.systemUTC());
  }

  /**
   * Makes a router with a clock, and subscribes it to the bus.
   *
   * @param bus where events come from
   * @param ticker when they are delivered
   * @param visible tells whether a caller may learn of an event; asked for every event, on the
   *     thread that publishes it
   * @param queue how many different events a peer may leave unread
   * @param clock tells how long the token of a caller is accepted
   */
  public SubscriptionRouter(
      EventBus bus,
      Ticker ticker,
      BiPredicate<Caller, ServerEvent> visible,
      int queue,
      Clock clock) {
    this.visible = visible;
    this.queue = queue;
    this.deadlines = new Deadlines(ticker, clock);
    this.registration = bus.subscribe(this::accept);
    this.beat =
        ticker.add(
            now -> {
              deliver();
              deadlines.passed(now).forEach(FilteredSubscription::complete);
            });
  }

  /**
   * Makes a subscription to what a caller wants and the server can report. Events count from now
   * on; they are kept until the subscription is started.
   *
   * @param wanted what the caller wants
   * @param capabilities what the server declares
   * @param caller who wants it
   * @return the subscription, to be returned as {@code Reply.Open}
   */
  public Subscription subscribe(
      SubscriptionFilter wanted, ServerCapabilities capabilities, Caller caller) {
    return subscribe(narrowed(wanted, capabilities), ExtensionTopics.Accepted.NONE, caller);
  }

  /**
   * Makes a subscription, to topics of extensions too. May block on these. It ends when the token
   * of its caller does.
   *
   * @param request the request for it
   * @param capabilities what the server declares
   * @param topics the topics of extensions
   * @return the subscription, to be returned as {@code Reply.Open}
   */
  public Subscription subscribe(
      McpRequest<SubscriptionsListenRequestParams> request,
      ServerCapabilities capabilities,
      ExtensionTopics topics) {
    ExtensionTopics.Accepted accepted = topics.accept(request);
    SubscriptionFilter filter = narrowed(request.params().notifications(), capabilities);
    FilteredSubscription subscription =
        subscribe(filter.toBuilder().other(accepted.members()).build(), accepted, request.caller());
    deadlines.add(subscription);
    return subscription;
  }

  private FilteredSubscription subscribe(
      SubscriptionFilter filter, ExtensionTopics.Accepted accepted, Caller caller) {
    FilteredSubscription subscription =
        new FilteredSubscription(this, filter, accepted, caller, queue);
    subscriptions.add(subscription);
    for (ServerEvent topic : subscription.topics()) {
      byTopic.compute(
          topic,
          (key, members) -> {
            Set<FilteredSubscription> joined =
                members == null ? ConcurrentHashMap.newKeySet() : members;
            joined.add(subscription);
            return joined;
          });
    }
    return subscription;
  }

  private static SubscriptionFilter narrowed(
      SubscriptionFilter wanted, ServerCapabilities capabilities) {
    ResourcesCapability resources = capabilities.resources();
    boolean lists = resources != null && isTrue(resources.listChanged());
    boolean updates = resources != null && isTrue(resources.subscribe());
    SubscriptionFilter.Builder narrowed = SubscriptionFilter.builder();
    if (isTrue(wanted.toolsListChanged()) && announces(capabilities.tools())) {
      narrowed.toolsListChanged(true);
    }
    if (isTrue(wanted.promptsListChanged()) && announces(capabilities.prompts())) {
      narrowed.promptsListChanged(true);
    }
    if (isTrue(wanted.resourcesListChanged()) && lists) {
      narrowed.resourcesListChanged(true);
    }
    if (updates) {
      narrowed.resourceSubscriptions(wanted.resourceSubscriptions());
    }
    return narrowed.build();
  }

  private static boolean announces(@Nullable ListCapability capability) {
    return capability != null && isTrue(capability.listChanged());
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return value != null && value;
  }

  private void accept(ServerEvent event) {
    for (FilteredSubscription subscription : byTopic.getOrDefault(event, Set.of())) {
      if (maySee(subscription.caller(), event) && subscription.add(event)) {
        dirty.add(subscription);
      }
    }
  }

  private boolean maySee(Caller caller, ServerEvent event) {
    try {
      return visible.test(caller, event);
    } catch (RuntimeException e) {
      log.error("Whether {} may see {} is unknown; it does not", caller, event, e);
      return false;
    }
  }

  void deliverSoon(FilteredSubscription subscription) {
    dirty.add(subscription);
  }

  private void deliver() {
    List<FilteredSubscription> again = new ArrayList<>();
    for (FilteredSubscription subscription : List.copyOf(dirty)) {
      // Removed first: an event that comes in between marks it again.
      dirty.remove(subscription);
      if (!subscription.deliver()) {
        again.add(subscription);
      }
    }
    dirty.addAll(again);
  }

  void remove(FilteredSubscription subscription) {
    subscriptions.remove(subscription);
    dirty.remove(subscription);
    deadlines.remove(subscription);
    for (ServerEvent topic : subscription.topics()) {
      byTopic.computeIfPresent(
          topic,
          (key, members) -> {
            members.remove(subscription);
            return members.isEmpty() ? null : members;
          });
    }
  }

  boolean isClosed() {
    return closed;
  }

  /**
   * Delivers what is left and ends every subscription with a result; one that is started later ends
   * at once. Does not wait for the peers. Idempotent.
   */
  @Override
  public void close() {
    closed = true;
    registration.close();
    beat.remove();
    deliver();
    subscriptions.forEach(FilteredSubscription::complete);
  }
}
