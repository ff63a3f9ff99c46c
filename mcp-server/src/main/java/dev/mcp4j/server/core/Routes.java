/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.extension.ExtensionId;
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
  private final Map<String, String> extensionsByResultType;

  private Routes(Collector collector) {
    this.byMethod = Map.copyOf(collector.routes);
    this.extensionsByResultType = Map.copyOf(collector.resultTypes);
  }

  /**
   * Collects the methods and the result types of features.
   *
   * @param features the features
   * @return the methods
   * @throws IllegalArgumentException if two features have the same method or result type, or one is
   *     of an extension that has no name
   */
  public static Routes of(List<? extends Feature> features) {
    Collector collector = new Collector();
    for (Feature feature : features) {
      feature.routes(collector);
      collector.addResultTypes(feature);
    }
    return new Routes(collector);
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

  /**
   * Lets a reply pass whose type the client understands.
   *
   * @throws IllegalStateException if it is of a type that no feature has, or whose extension the
   *     client does not declare
   */
  Reply<?> requireUnderstood(Reply<?> reply, McpRequest<?> request) {
    if (reply instanceof Reply.Extended<?> extended) {
      String extension = extensionsByResultType.get(extended.resultType());
      if (extension == null || !request.client().supports(extension)) {
        throw new IllegalStateException(
            "%s was answered with a result of type %s, which %s"
                .formatted(
                    request.method(),
                    extended.resultType(),
                    extension == null ? "no feature has" : "the client did not ask for"));
      }
    }
    return reply;
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
    private final Map<String, String> resultTypes = new HashMap<>();

    void addResultTypes(Feature feature) {
      String extension = feature.extension();
      if (extension != null) {
        ExtensionId.require(extension);
      }
      for (String type : feature.resultTypes()) {
        if (extension == null || resultTypes.putIfAbsent(type, extension) != null) {
          throw new IllegalArgumentException(
              "the result type " + type + " is not that of one extension");
        }
      }
    }

    @Override
    public <P extends RequestParams, R extends Result> void add(
        RequestMethod<P, R> method, Route<P, R> route) {
      if (routes.putIfAbsent(method.name(), new BoundRoute<>(method, route)) != null) {
        throw new IllegalArgumentException("two features have the method " + method.name());
      }
    }
  }
}
