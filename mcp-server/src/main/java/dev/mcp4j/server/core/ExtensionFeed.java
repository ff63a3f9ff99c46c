/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.event.ServerEvent;
import dev.mcp4j.server.extension.SubscriptionTopic;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one subscription what it hears of extensions. How things stand is read when the turn of an
 * event comes, by one thread at a time, so that no older state follows a newer one.
 */
final class ExtensionFeed {
  private static final Logger log = LoggerFactory.getLogger(ExtensionFeed.class);

  private final ExtensionTopics.Accepted accepted;
  private final Caller caller;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<ServerEvent.Extension> waiting;
  private boolean busy;

  /** Makes a feed that begins with how everything stands. */
  ExtensionFeed(ExtensionTopics.Accepted accepted, Caller caller) {
    this.accepted = accepted;
    this.caller = caller;
    this.waiting = new LinkedHashSet<>(accepted.events().keySet());
  }

  void add(ServerEvent.Extension event) {
    lock.lock();
    try {
      waiting.add(event);
    } finally {
      lock.unlock();
    }
  }

  /** Begins to deliver; returns whether nothing is left to do. */
  boolean deliver(Subscription.Sink sink) {
    lock.lock();
    try {
      if (busy) {
        return false;
      }
      if (waiting.isEmpty()) {
        return true;
      }
      busy = true;
    } finally {
      lock.unlock();
    }
    try {
      accepted.executor().execute(() -> pump(sink));
    } catch (RejectedExecutionException e) {
      log.debug("Events of extensions are not delivered any more", e);
      stop();
    }
    return false;
  }

  private void pump(Subscription.Sink sink) {
    try {
      ServerEvent.Extension event;
      while ((event = next()) != null) {
        if (!send(sink, event)) {
          add(event);
          return;
        }
      }
    } finally {
      stop();
    }
  }

  private boolean send(Subscription.Sink sink, ServerEvent.Extension event) {
    SubscriptionTopic topic = Objects.requireNonNull(accepted.events().get(event));
    JsonObject members;
    try {
      members = topic.current(event.key(), caller);
    } catch (RuntimeException e) {
      log.warn("A subscription is not told of a change of {}: it cannot be read", event.topic(), e);
      return true;
    }
    return members == null
        || sink.send(topic.notification(), ExtensionNotificationParams.of(members));
  }

  private ServerEvent.@Nullable Extension next() {
    lock.lock();
    try {
      Iterator<ServerEvent.Extension> events = waiting.iterator();
      if (!events.hasNext()) {
        return null;
      }
      ServerEvent.Extension event = events.next();
      events.remove();
      return event;
    } finally {
      lock.unlock();
    }
  }

  private void stop() {
    lock.lock();
    try {
      busy = false;
    } finally {
      lock.unlock();
    }
  }
}
