/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.CacheHints;
import dev.mcp4j.api.CacheScope;
import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.resource.ReadResourceRequestParams;
import dev.mcp4j.api.resource.ReadResourceResult;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.McpRequest;
import dev.mcp4j.server.Notifier;
import dev.mcp4j.server.Route;
import dev.mcp4j.server.ToolError;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;

/**
 * Reads resources by URI.
 *
 * @param catalog all resources
 * @param caching how long contents may be cached if the resource does not say so
 * @param calls runs handlers
 */
record ReadResourceRoute(ResourceCatalog catalog, CachePolicy caching, Calls calls)
    implements Route<ReadResourceRequestParams, ReadResourceResult> {

  @Override
  public Reply<ReadResourceResult> handle(
      McpRequest<ReadResourceRequestParams> request, Notifier notifier) throws Exception {
    String uri = request.params().uri();
    ResourceCatalog.ReadableItem resource = catalog.find(uri, request.caller());
    if (resource == null) {
      throw notFound(uri);
    }
    CacheHints hints = hints(resource, request.params());
    try {
      return calls.run(
          request,
          notifier,
          uri,
          NullNode.getInstance(),
          call -> {
            Reply<ReadResourceResult> reply =
                ResourceResults.of(uri, resource.mimeType(), hints, resource.handler().read(call));
            if (reply == null) {
              throw notFound(uri);
            }
            return reply;
          });
    } catch (ToolError e) {
      throw new McpException(ErrorCode.INTERNAL_ERROR, e.getMessage());
    }
  }

  private CacheHints hints(
      ResourceCatalog.ReadableItem resource, ReadResourceRequestParams params) {
    if (params.inputResponses() != null || params.requestState() != null) {
      // The answers of the user are no part of what a cache tells results apart by.
      return CacheHints.NONE;
    }
    CachePolicy policy = resource.caching() == null ? caching : resource.caching();
    CacheScope scope = policy.scope();
    return new CacheHints(
        policy.ttl().toMillis(),
        scope == null || resource.dependsOnCaller() ? CacheScope.PRIVATE : scope);
  }

  @Override
  public @Nullable String routingName(ReadResourceRequestParams params) {
    return params.uri();
  }

  private static McpException notFound(String uri) {
    return new McpException(
        ErrorCode.INVALID_PARAMS,
        "Resource not found",
        JsonNodeFactory.instance.objectNode().put("uri", uri));
  }
}
