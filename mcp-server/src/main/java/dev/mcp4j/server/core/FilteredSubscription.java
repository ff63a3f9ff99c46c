/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.resource.ResourceUpdatedNotificationParams;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.event.ServerEvent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscription: keeps the events its peer has not been given yet, each once. A peer that takes
 * nothing while too many wait is let go.
 */
final class FilteredSubscription implements Subscription {
  private static final Logger log = LoggerFactory.getLogger(FilteredSubscription.class);

  private final SubscriptionRouter router;
  private final SubscriptionFilter filter;
  private final Caller caller;
  private final int queue;
  private final Set<ServerEvent> topics;
  private final ExtensionFeed extensions;

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<ServerEvent> waiting = new LinkedHashSet<>();
  private @Nullable Sink sink;
  private boolean ended;

  FilteredSubscription(
      SubscriptionRouter router,
      SubscriptionFilter filter,
      ExtensionTopics.Accepted accepted,
      Caller caller,
      int queue) {
    this.router = router;
    this.filter = filter;
    this.caller = caller;
    this.queue = queue;
    this.topics = topicsOf(filter);
    this.topics.addAll(accepted.events().keySet());
    this.extensions = new ExtensionFeed(accepted, caller);
  }

  private static Set<ServerEvent> topicsOf(SubscriptionFilter filter) {
    Set<ServerEvent> topics = new LinkedHashSet<>();
    if (filter.toolsListChanged() != null) {
      topics.add(new ServerEvent.ToolsChanged());
    }
    if (filter.promptsListChanged() != null) {
      topics.add(new ServerEvent.PromptsChanged());
    }
    if (filter.resourcesListChanged() != null) {
      topics.add(new ServerEvent.ResourcesChanged());
    }
    for (String uri : filter.resourceSubscriptions()) {
      topics.add(new ServerEvent.ResourceUpdated(uri));
    }
    return topics;
  }

  Caller caller() {
    return caller;
  }

  /** What it covers: the events that are equal to one of these. */
  Set<ServerEvent> topics() {
    return topics;
  }

  @Override
  public SubscriptionFilter acknowledged() {
    return filter;
  }

  @Override
  public void start(Sink sink) {
    boolean late;
    lock.lock();
    try {
      this.sink = sink;
      late = ended;
    } finally {
      lock.unlock();
    }
    router.deliverSoon(this);
    if (late || router.isClosed()) {
      complete();
    }
  }

  /** Notes an event; returns whether there is something to deliver. */
  boolean add(ServerEvent event) {
    lock.lock();
    try {
      if (event instanceof ServerEvent.Extension extension) {
        extensions.add(extension);
      } else {
        waiting.add(event);
      }
      return sink != null;
    } finally {
      lock.unlock();
    }
  }

  /** Delivers what waits; returns false if some of it has to be tried again. */
  boolean deliver() {
    lock.lock();
    try {
      if (sink == null) {
        return true;
      }
      boolean took = false;
      Iterator<ServerEvent> events = waiting.iterator();
      while (events.hasNext() && send(sink, events.next())) {
        events.remove();
        took = true;
      }
      boolean idle = extensions.deliver(sink);
      if (waiting.isEmpty()) {
        return idle;
      }
      if (took || waiting.size() <= queue) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    log.info("A subscription of {} ends: its client does not read", caller);
    complete();
    return true;
  }

  private static boolean send(Sink sink, ServerEvent event) {
    if (event instanceof ServerEvent.ToolsChanged) {
      return sink.send(Notifications.TOOLS_LIST_CHANGED, EmptyNotificationParams.INSTANCE);
    }
    if (event instanceof ServerEvent.PromptsChanged) {
      return sink.send(Notifications.PROMPTS_LIST_CHANGED, EmptyNotificationParams.INSTANCE);
    }
    if (event instanceof ServerEvent.ResourceUpdated updated) {
      return sink.send(
          Notifications.RESOURCE_UPDATED,
          new ResourceUpdatedNotificationParams(updated.uri(), NotificationMeta.EMPTY));
    }
    return sink.send(Notifications.RESOURCES_LIST_CHANGED, EmptyNotificationParams.INSTANCE);
  }

  /** Ends the stream with a result, as soon as it has started. */
  void complete() {
    Sink started;
    lock.lock();
    try {
      ended = true;
      started = sink;
    } finally {
      lock.unlock();
    }
    if (started != null) {
      started.complete();
    }
  }

  @Override
  public void close() {
    router.remove(this);
    lock.lock();
    try {
      sink = null;
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }
}
