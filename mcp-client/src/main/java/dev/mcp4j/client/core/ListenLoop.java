/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.client.ChangeListener;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.RelistenPolicy;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A subscription that is opened again whenever it ends, on a thread of its own.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions.
 */
public final class ListenLoop {
  private static final Logger log = LoggerFactory.getLogger(ListenLoop.class);

  private static final Duration FOREVER = Duration.ofDays(1);

  /** What the loop needs of the client. */
  record Context(
      Opener opener,
      Versions versions,
      ChangeEvents changes,
      RelistenPolicy policy,
      Duration timeout,
      Jitter jitter,
      LongSupplier nanoTime) {}

  /** Sends the request that opens a subscription. */
  @FunctionalInterface
  interface Opener {
    Exchange open(Invocation<SubscriptionsListenRequestParams, SubscriptionsListenResult> request);
  }

  /** Where the randomness of the delays comes from. */
  @FunctionalInterface
  interface Jitter {
    /** A number of at least 0 and less than 1. */
    double next();
  }

  private final Context context;
  private final SubscriptionFilter filter;
  private final ChangeListener listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private boolean closed;
  private int shortLived;
  private @Nullable Exchange exchange;
  private volatile SubscriptionFilter acknowledged = SubscriptionFilter.NONE;

  ListenLoop(Context context, SubscriptionFilter filter, ChangeListener listener) {
    this.context = context;
    this.filter = filter;
    this.listener = listener;
  }

  /**
   * Returns what the server reports.
   *
   * @return the filter as last acknowledged
   */
  public SubscriptionFilter acknowledged() {
    return acknowledged;
  }

  /**
   * Tells whether the subscription goes on.
   *
   * @return false once it was closed or given up
   */
  public boolean isOpen() {
    lock.lock();
    try {
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the subscription. Does not wait for a listener that is running. Idempotent. */
  public void close() {
    Exchange current;
    lock.lock();
    try {
      closed = true;
      current = exchange;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    if (current != null) {
      current.cancel("no longer listening");
    }
  }

  /** Opens the subscription for the first time. Blocks until the server has acknowledged it. */
  Exchange open() {
    return context.versions().run(this::connect);
  }

  /** Hands on changes, and opens the subscription again when it ends, until it is closed. */
  void run(Exchange first) {
    try {
      tell(() -> listener.onAcknowledged(acknowledged));
      Exchange current = first;
      while (current != null) {
        long start = context.nanoTime().getAsLong();
        McpClientException end = pump(current);
        Duration lived = Duration.ofNanos(context.nanoTime().getAsLong() - start);
        shortLived = lived.compareTo(stable()) > 0 ? 0 : shortLived + 1;
        current = openAgain(end);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      close();
    }
  }

  /** A subscription that lasted this long is no part of a quick series of failures. */
  private Duration stable() {
    return context.policy().initialDelay().multipliedBy(5);
  }

  private @Nullable Exchange openAgain(McpClientException end) throws InterruptedException {
    McpClientException cause = end;
    for (int failures = 0; isOpen(); failures++) {
      if (isFinal(cause) || failures >= context.policy().maxFailures()) {
        close();
        McpClientException last = cause;
        tell(() -> listener.onEnd(last));
        return null;
      }
      Duration delay = context.policy().delay(shortLived + failures, context.jitter().next());
      log.debug("listening again in {} ms: {}", delay.toMillis(), cause.getMessage());
      context.changes().evictAll(filter);
      if (!pause(delay)) {
        return null;
      }
      try {
        Exchange again = open();
        context.changes().evictAll(filter);
        tell(() -> listener.onAcknowledged(acknowledged));
        tell(listener::resynchronize);
        return again;
      } catch (McpClientException e) {
        cause = e;
      } catch (RuntimeException e) {
        // What the application adds to requests, such as a token, can fail for a time too.
        cause = new TransportException("the subscription could not be asked for again", e);
      }
    }
    return null;
  }

  /** An error the server would only repeat. */
  private static boolean isFinal(McpClientException cause) {
    return cause instanceof RequestFailedException failure
        && failure.code() != ErrorCode.INTERNAL_ERROR;
  }

  /** Opens the subscription and waits for the acknowledgment. */
  private Exchange connect(String version) {
    var params = new SubscriptionsListenRequestParams(filter, RequestMeta.EMPTY);
    CallSettings settings = CallDefaults.plain(context.timeout());
    CallControl control = new CallControl(new CallClock(settings, context.nanoTime()));
    Exchange opened =
        context
            .opener()
            .open(new Invocation<>(Methods.LISTEN, params, settings, control, Map.of(), version));
    boolean acknowledgedNow = false;
    try {
      enter(opened);
      awaitAcknowledgment(opened, control.clock());
      acknowledgedNow = true;
      return opened;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CallControl.interrupted(e);
    } finally {
      if (!acknowledgedNow) {
        opened.cancel(null);
      }
    }
  }

  private void enter(Exchange opened) {
    boolean late;
    lock.lock();
    try {
      exchange = opened;
      late = closed;
    } finally {
      lock.unlock();
    }
    if (late) {
      opened.cancel("no longer listening");
    }
  }

  private void awaitAcknowledgment(Exchange opened, CallClock clock) throws InterruptedException {
    while (true) {
      Duration atMost = clock.remaining();
      JsonRpcMessage message = opened.next(atMost);
      if (message instanceof JsonRpcNotification notification
          && notification.params() instanceof Payload.Typed typed
          && typed.value() instanceof SubscriptionsAcknowledgedNotificationParams params) {
        acknowledged = params.notifications();
        return;
      }
      if (message instanceof JsonRpcFailure failure) {
        throw Wire.failure(Methods.LISTEN.name(), failure.error());
      }
      if (message instanceof JsonRpcResponse) {
        throw new TransportException("the server ended the subscription before it began", null);
      }
      if (message == null || atMost.isZero()) {
        throw clock.timeout(Methods.LISTEN.name());
      }
      log.debug("ignored {}: the subscription is not acknowledged yet", name(message));
    }
  }

  /** What a message is: what it says is not for a log. */
  private static String name(JsonRpcMessage message) {
    return message instanceof JsonRpcNotification notification
        ? notification.method()
        : "a request of the server";
  }

  /** Hands changes on until the subscription ends; returns why it did. */
  private McpClientException pump(Exchange opened) throws InterruptedException {
    try {
      while (true) {
        JsonRpcMessage message = opened.next(FOREVER);
        if (message instanceof JsonRpcNotification notification) {
          if (isTornDown(notification)) {
            return new TransportException("the server tore the subscription down", null);
          }
          changed(notification);
        } else if (message instanceof JsonRpcFailure failure) {
          return Wire.failure(Methods.LISTEN.name(), failure.error());
        } else if (message != null) {
          return new TransportException("the server ended the subscription", null);
        }
      }
    } catch (McpClientException e) {
      return e;
    } finally {
      opened.cancel(null);
    }
  }

  private static boolean isTornDown(JsonRpcNotification notification) {
    return notification.params() instanceof Payload.Typed typed
        && typed.value() instanceof CancelledNotificationParams;
  }

  private void changed(JsonRpcNotification notification) {
    context.changes().evict(notification);
    if (isOpen()) {
      tell(() -> ChangeDispatch.dispatch(notification, listener));
    }
  }

  /** Waits; false if the subscription was closed meanwhile. */
  private boolean pause(Duration delay) throws InterruptedException {
    long left = delay.toNanos();
    lock.lock();
    try {
      while (!closed && left > 0) {
        left = closing.awaitNanos(left);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private static void tell(Runnable event) {
    try {
      event.run();
    } catch (RuntimeException e) {
      log.warn("a listener of changes failed; the subscription goes on", e);
    }
  }
}
