/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.RouteTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The methods a server has, and with them the types its messages are read as. Immutable. */
public final class Routes implements PayloadTypes {
  private final Map<String, BoundRoute<?, ?>> byMethod;

  private Routes(Map<String, BoundRoute<?, ?>> byMethod) {
    this.byMethod = Map.copyOf(byMethod);
  }

  /**
   * Collects the methods of features.
   *
   * @param features the features
   * @return the methods
   * @throws IllegalArgumentException if two features have the same method
   */
  public static Routes of(List<? extends Feature> features) {
    Collector collector = new Collector();
    features.forEach(feature -> feature.routes(collector));
    return new Routes(collector.routes);
  }

  @Nullable BoundRoute<?, ?> find(String method) {
    return byMethod.get(method);
  }

  @Nullable String routingName(McpRequest<?> request) {
    BoundRoute<?, ?> route = find(request.method());
    return route == null ? null : route.routingName(request.params());
  }

  BoundRoute<?, ?> require(McpRequest<?> request) {
    BoundRoute<?, ?> route = find(request.method());
    if (route == null) {
      throw new Refusal(Faults.methodNotFound(request.method()));
    }
    route.requireReadable(request.params());
    return route;
  }

  @Override
  public @Nullable Class<? extends RequestParams> requestParams(String method) {
    BoundRoute<?, ?> route = find(method);
    return route == null ? null : route.method().paramsType();
  }

  @Override
  public @Nullable Class<? extends NotificationParams> notificationParams(String method) {
    return method.equals(Notifications.CANCELLED.name())
        ? Notifications.CANCELLED.paramsType()
        : null;
  }

  private static final class Collector implements RouteTable {
    private final Map<String, BoundRoute<?, ?>> routes = new HashMap<>();

    @Override
    public <P extends RequestParams, R extends Result> void add(
        RequestMethod<P, R> method, Route<P, R> route) {
      if (routes.putIfAbsent(method.name(), new BoundRoute<>(method, route)) != null) {
        throw new IllegalArgumentException("two features have the method " + method.name());
      }
    }
  }
}
