/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationMethod;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.subscription.Subscription;
import dev.mcp4j.api.subscription.SubscriptionsAcknowledgedNotificationParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.Payload;
import java.util.function.BiConsumer;

/**
 * A subscription on its way to one peer: acknowledges it first and tags everything with its id.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions.
 */
final class OpenSubscription implements Subscription.Sink {
  private final RequestId id;
  private final Subscription subscription;
  private final Outbound out;
  private final BiConsumer<OpenSubscription, SubscriptionsListenResult> onComplete;
  private volatile boolean closed;

  OpenSubscription(
      RequestId id,
      Subscription subscription,
      Outbound out,
      BiConsumer<OpenSubscription, SubscriptionsListenResult> onComplete) {
    this.id = id;
    this.subscription = subscription;
    this.out = out;
    this.onComplete = onComplete;
  }

  /** Acknowledges and starts. May wait for the peer to read the acknowledgment. */
  void begin() {
    out.send(
        tagged(
            Notifications.SUBSCRIPTIONS_ACKNOWLEDGED,
            new SubscriptionsAcknowledgedNotificationParams(
                subscription.acknowledged(), NotificationMeta.EMPTY)));
    subscription.start(this);
  }

  void close() {
    closed = true;
    subscription.close();
  }

  @Override
  public <P extends NotificationParams> boolean send(NotificationMethod<P> method, P params) {
    return closed || out.offer(tagged(method, params));
  }

  @Override
  public void complete() {
    ResultMeta meta = ResultMeta.builder().subscriptionId(id).build();
    onComplete.accept(this, new SubscriptionsListenResult(meta));
  }

  private JsonRpcNotification tagged(NotificationMethod<?> method, NotificationParams params) {
    NotificationMeta meta = new NotificationMeta(id, params.meta().other());
    return new JsonRpcNotification(method.name(), Payload.of(params.withMeta(meta)));
  }
}
