/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.subscription.SubscriptionsListenResult;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.RouteTable;
import dev.mcp4j.server.core.ExtensionTopics;
import dev.mcp4j.server.core.SubscriptionRouter;
import java.util.List;

/**
 * Tells clients what changes. It has no capability of its own: others say which of their changes
 * can be heard of.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions.
 */
public final class ListenFeature implements Feature {
  /** How many characters the URIs of one subscription may have, all together. */
  private static final int MAX_URI_LENGTHS = 256 << 10;

  private final SubscriptionRouter router;
  private final Capabilities capabilities;
  private final int maxResources;
  private final ExtensionTopics topics;

  /**
   * Makes the feature.
   *
   * @param router delivers the changes
   * @param capabilities what the server declares
   * @param maxResources how many resources one subscription may cover
   * @param topics what extensions report
   */
  public ListenFeature(
      SubscriptionRouter router,
      Capabilities capabilities,
      int maxResources,
      ExtensionTopics topics) {
    this.router = router;
    this.capabilities = capabilities;
    this.maxResources = maxResources;
    this.topics = topics;
  }

  @Override
  public void describe(ServerCapabilities.Builder builder, RequestMeta meta) {}

  @Override
  public void routes(RouteTable routes) {
    routes.add(
        Methods.LISTEN,
        new Route<>() {
          @Override
          public Reply<SubscriptionsListenResult> handle(
              McpRequest<SubscriptionsListenRequestParams> request, Notifier notifier) {
            SubscriptionFilter wanted = request.params().notifications();
            requireNotTooMany(wanted.resourceSubscriptions());
            return new Reply.Open<>(
                router.subscribe(request, capabilities.of(request.meta()), topics));
          }

          @Override
          public boolean inline(SubscriptionsListenRequestParams params) {
            return !topics.concern(params.notifications());
          }
        });
  }

  private void requireNotTooMany(List<String> uris) {
    if (uris.size() > maxResources) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS,
          "/params/notifications/resourceSubscriptions: expected at most %d resources but found %d"
              .formatted(maxResources, uris.size()));
    }
    if (uris.stream().mapToLong(String::length).sum() > MAX_URI_LENGTHS) {
      throw new McpException(
          ErrorCode.INVALID_PARAMS,
          "/params/notifications/resourceSubscriptions: expected at most %d characters of URIs"
              .formatted(MAX_URI_LENGTHS));
    }
  }
}
