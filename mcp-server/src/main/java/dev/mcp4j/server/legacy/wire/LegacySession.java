/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.wire;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.legacy.ElicitationCompleteNotificationParams;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.core.SubscriptionRouter;
import dev.mcp4j.server.legacy.SessionRecord;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a server knows of one client between its requests, and what it tells the client without
 * being asked. Safe for use by several threads.
 *
 * <p>Specification 2025-11-25: basic/lifecycle; server/resources, Subscriptions;
 * server/utilities/logging.
 */
public final class LegacySession {
  /** What a client is sent that never said what it wants. */
  public static final LoggingLevel DEFAULT_LEVEL = LoggingLevel.INFO;

  /** How many resources a client may subscribe to. */
  static final int MAX_SUBSCRIPTIONS = 1_000;

  /** How many characters the URIs of these resources may have, all together. */
  static final int MAX_URI_LENGTHS = 256 << 10;

  /** The way of notifications that belong to no request. */
  @FunctionalInterface
  public interface Push {
    /**
     * Takes a notification to be sent soon, without waiting.
     *
     * @param notification the notification
     * @return false if there is no room for it now
     */
    boolean offer(JsonRpcNotification notification);
  }

  private static final SubscriptionFilter LISTS =
      SubscriptionFilter.builder()
          .toolsListChanged(true)
          .promptsListChanged(true)
          .resourcesListChanged(true)
          .build();

  private final Caller caller;
  private final ClientFacts facts;
  private final ServerCapabilities capabilities;
  private final SubscriptionRouter router;
  private final UrlElicitations pages;
  private final Push push;

  private final ReentrantLock lock = new ReentrantLock();
  private final Set<String> uris = new HashSet<>();
  private final Map<String, Subscription> open = new HashMap<>();
  private @Nullable Subscription lists;
  private volatile LoggingLevel level = DEFAULT_LEVEL;
  private long changes;
  private boolean started;
  private boolean closed;

  /**
   * Makes a session in which nothing was said yet but the handshake.
   *
   * @param caller whose session it is
   * @param facts what the client said in the handshake
   * @param capabilities what the server declares
   * @param router brings changes
   * @param pages knows which web pages users were sent to
   * @param push the way of notifications that belong to no request
   */
  public LegacySession(
      Caller caller,
      ClientFacts facts,
      ServerCapabilities capabilities,
      SubscriptionRouter router,
      UrlElicitations pages,
      Push push) {
    this.caller = caller;
    this.facts = facts;
    this.capabilities = capabilities;
    this.router = router;
    this.pages = pages;
    this.push = push;
  }

  /**
   * Returns what the client said about itself.
   *
   * @return the facts
   */
  public ClientFacts facts() {
    return facts;
  }

  ServerCapabilities capabilities() {
    return capabilities;
  }

  /**
   * Returns the least severe log message the client wants.
   *
   * @return the level
   */
  public LoggingLevel level() {
    return level;
  }

  /**
   * Sets the least severe log message the client wants.
   *
   * @param level the level, for requests from now on
   */
  public void level(LoggingLevel level) {
    lock.lock();
    try {
      changes++;
      this.level = level;
    } finally {
      lock.unlock();
    }
  }

  /** Starts to tell the client what it does not ask for: somebody listens now. Idempotent. */
  public void start() {
    lock.lock();
    try {
      if (!started && !closed) {
        started = true;
        lists = open(LISTS);
        uris.forEach(this::open);
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells the client when a resource changes, once somebody listens. Idempotent.
   *
   * @param uri the URI of the resource
   * @throws McpException if there are too many of them
   */
  public void subscribe(String uri) {
    lock.lock();
    try {
      changes++;
      add(uri);
    } finally {
      lock.unlock();
    }
  }

  private void add(String uri) {
    if (uris.contains(uri)) {
      return;
    }
    requireRoomFor(uri);
    uris.add(uri);
    if (started && !closed) {
      open(uri);
    }
  }

  private void requireRoomFor(String uri) {
    if (uris.size() >= MAX_SUBSCRIPTIONS) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS,
          "A session can subscribe to " + MAX_SUBSCRIPTIONS + " resources at most");
    }
    int length = uris.stream().mapToInt(String::length).sum();
    if (uri.length() > MAX_URI_LENGTHS - length) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS,
          "The URIs a session subscribes to can have "
              + MAX_URI_LENGTHS
              + " characters together at most");
    }
  }

  /**
   * Stops telling the client when a resource changes. Idempotent.
   *
   * @param uri the URI of the resource
   */
  public void unsubscribe(String uri) {
    lock.lock();
    try {
      changes++;
      remove(uri);
    } finally {
      lock.unlock();
    }
  }

  private void remove(String uri) {
    uris.remove(uri);
    Subscription subscription = open.remove(uri);
    if (subscription != null) {
      subscription.close();
    }
  }

  /**
   * Makes the level and the resources whose changes the client is told of those that are kept
   * elsewhere, unless the client has changed something here since.
   *
   * @param kept what is kept
   * @param seen what {@link #changes} returned before that was read
   */
  public void follow(SessionRecord kept, long seen) {
    lock.lock();
    try {
      if (changes != seen) {
        return;
      }
      level = kept.level();
      Set<String> wanted = kept.subscriptions();
      uris.stream().filter(uri -> !wanted.contains(uri)).toList().forEach(this::remove);
      wanted.forEach(this::add);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Counts what the client has changed here.
   *
   * @return how often it has
   */
  public long changes() {
    lock.lock();
    try {
      return changes;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Tells whether nothing would change by following.
   *
   * @param kept what is kept elsewhere
   * @return true if it is the same
   */
  public boolean isAs(SessionRecord kept) {
    lock.lock();
    try {
      return level == kept.level() && uris.equals(kept.subscriptions());
    } finally {
      lock.unlock();
    }
  }

  /**
   * Remembers that the user is sent to a web page.
   *
   * @param url the page
   * @param elicitationId what the client knows it by
   */
  void sentTo(String url, String elicitationId) {
    lock.lock();
    try {
      // What is added after the end would never be removed.
      if (!closed) {
        pages.add(this, url, elicitationId);
      }
    } finally {
      lock.unlock();
    }
  }

  void elicitationCompleted(String elicitationId) {
    ElicitationCompleteNotificationParams params =
        new ElicitationCompleteNotificationParams(elicitationId, NotificationMeta.EMPTY);
    var unused =
        push.offer(
            new JsonRpcNotification(
                LegacyNotifications.ELICITATION_COMPLETE.name(),
                Payload.of(LegacyJson.write(params))));
  }

  private void open(String uri) {
    open.put(uri, open(SubscriptionFilter.builder().resourceSubscriptions(List.of(uri)).build()));
  }

  private Subscription open(SubscriptionFilter filter) {
    Subscription subscription = router.subscribe(filter, capabilities, caller);
    subscription.start(new PushSink());
    return subscription;
  }

  /** Ends what the session holds. Idempotent. */
  public void close() {
    lock.lock();
    try {
      closed = true;
      open.values().forEach(Subscription::close);
      open.clear();
      if (lists != null) {
        lists.close();
        lists = null;
      }
    } finally {
      lock.unlock();
    }
    pages.remove(this);
  }

  private final class PushSink implements Subscription.Sink {
    @Override
    public <P extends NotificationParams> boolean send(NotificationMethod<P> method, P params) {
      return push.offer(new JsonRpcNotification(method.name(), Payload.of(params)));
    }

    /** The session does not end with what it reports. */
    @Override
    public void complete() {}
  }
}
