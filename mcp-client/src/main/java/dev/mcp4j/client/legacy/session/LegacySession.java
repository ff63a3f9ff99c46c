/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.legacy.InitializeResult;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.legacy.SetLevelRequestParams;
import dev.mcp4j.api.legacy.SubscribeRequestParams;
import dev.mcp4j.api.legacy.UnsubscribeRequestParams;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.legacy.LegacyJson;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session: what the handshake has found out, and what the client has asked of the server for as
 * long as the session lasts. Safe for use by several threads.
 */
public final class LegacySession {
  private static final Logger log = LoggerFactory.getLogger(LegacySession.class);

  /** A server that does not answer must not hold up the call a level is set for. */
  private static final Duration SET_LEVEL = Duration.ofSeconds(5);

  private final LegacyLink link;
  private final LegacyRevision revision;
  private final InitializeResult server;
  private final boolean hearing;
  private final OwnCalls calls;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Integer> subscribers = new HashMap<>();
  private @Nullable LoggingLevel level;
  private CompletableFuture<Boolean> levelSet = CompletableFuture.completedFuture(true);

  LegacySession(
      LegacyLink link,
      LegacyRevision revision,
      InitializeResult server,
      boolean hearing,
      OwnCalls calls) {
    this.link = link;
    this.revision = revision;
    this.server = server;
    this.hearing = hearing;
    this.calls = calls;
  }

  LegacyLink link() {
    return link;
  }

  /**
   * Returns the revision of the session.
   *
   * @return the revision
   */
  public LegacyRevision revision() {
    return revision;
  }

  InitializeResult server() {
    return server;
  }

  /** Whether the server can send anything by itself. */
  boolean isHearing() {
    return hearing;
  }

  /**
   * Makes the server log at least what is wanted. The level is that of the whole session, so it is
   * never made less.
   *
   * @return what is complete once the server has been told; it fails only if the session is gone
   */
  CompletableFuture<Boolean> log(LoggingLevel wanted, Executor executor) {
    CompletableFuture<Boolean> set = new CompletableFuture<>();
    lock.lock();
    try {
      boolean enough = level != null && level.compareTo(wanted) <= 0;
      if (enough || server.capabilities().logging() == null) {
        return levelSet;
      }
      level = wanted;
      levelSet = set;
    } finally {
      lock.unlock();
    }
    executor.execute(() -> setLevel(wanted, set));
    return set;
  }

  private void setLevel(LoggingLevel wanted, CompletableFuture<Boolean> set) {
    try {
      JsonRpcResponse response =
          calls.call(
              LegacyMethods.SET_LEVEL.name(),
              LegacyJson.write(new SetLevelRequestParams(wanted, RequestMeta.EMPTY)),
              SET_LEVEL);
      if (response instanceof JsonRpcFailure failure) {
        log.debug("the server does not set its log level: {}", failure.error().message());
      }
    } catch (SessionGoneException e) {
      set.completeExceptionally(e);
    } catch (McpClientException e) {
      log.debug("the log level of the server could not be set: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      set.complete(true);
    }
  }

  /** Subscribes to a resource. Blocks; false if the server does not agree. */
  boolean subscribe(String uri, Duration atMost) throws InterruptedException {
    lock.lock();
    try {
      subscribers.merge(uri, 1, Integer::sum);
    } finally {
      lock.unlock();
    }
    boolean subscribed = false;
    try {
      JsonRpcResponse response =
          calls.call(
              LegacyMethods.SUBSCRIBE.name(),
              LegacyJson.write(new SubscribeRequestParams(uri, RequestMeta.EMPTY)),
              atMost);
      if (response instanceof JsonRpcFailure failure) {
        log.debug("not subscribed to {}: {}", uri, failure.error().message());
      } else {
        subscribed = true;
      }
      return subscribed;
    } finally {
      if (!subscribed) {
        boolean unused = release(uri);
      }
    }
  }

  /** Ends a subscription, unless somebody else has it too. Blocks, and does not throw. */
  void unsubscribe(String uri, Duration atMost) {
    if (!release(uri) || !link.isOpen()) {
      return;
    }
    try {
      var unused =
          calls.call(
              LegacyMethods.UNSUBSCRIBE.name(),
              LegacyJson.write(new UnsubscribeRequestParams(uri, RequestMeta.EMPTY)),
              atMost);
    } catch (McpClientException e) {
      log.debug("the subscription to {} could not be ended: {}", uri, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether nobody is left. */
  private boolean release(String uri) {
    lock.lock();
    try {
      return subscribers.computeIfPresent(uri, (key, n) -> n > 1 ? n - 1 : null) == null;
    } finally {
      lock.unlock();
    }
  }
}
