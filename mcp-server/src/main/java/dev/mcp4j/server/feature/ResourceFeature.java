/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ResourcesCapability;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.resource.ListResourceTemplatesResult;
import dev.mcp4j.api.resource.ListResourcesResult;
import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.RouteTable;

/**
 * The resources of a server and their templates.
 *
 * <p>Specification 2026-07-28: server/resources.
 */
public final class ResourceFeature implements Feature {
  private final ResourceCatalog catalog;
  private final Changes changes;
  private final Caching caching;
  private final Calls calls;

  /**
   * Makes the feature.
   *
   * @param changes what clients can be told about
   * @param caching how long lists and contents may be cached
   * @param calls runs handlers
   */
  public ResourceFeature(ResourceCatalog catalog, Changes changes, Caching caching, Calls calls) {
    this.catalog = catalog;
    this.changes = changes;
    this.caching = caching;
    this.calls = calls;
  }

  /**
   * What clients can be told about.
   *
   * @param ofLists whether resources are added and removed while the server runs
   * @param ofContents whether the server says when the contents of a resource changed
   */
  public record Changes(boolean ofLists, boolean ofContents) {}

  /**
   * How long results may be cached.
   *
   * @param resources the list of resources
   * @param templates the list of templates
   * @param contents the contents of resources that do not say otherwise
   */
  public record Caching(CachePolicy resources, CachePolicy templates, CachePolicy contents) {}

  @Override
  public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
    capabilities.resources(
        new ResourcesCapability(
            changes.ofContents() ? true : null, changes.ofLists() ? true : null, JsonObject.EMPTY));
  }

  @Override
  public void routes(RouteTable routes) {
    routes.add(
        Methods.LIST_RESOURCES,
        new ListRoute<Resource, ListResourcesResult>(
            catalog.resources(),
            caching.resources(),
            (items, next, hints) -> new ListResourcesResult(items, next, hints, ResultMeta.EMPTY)));
    routes.add(
        Methods.LIST_RESOURCE_TEMPLATES,
        new ListRoute<ResourceTemplate, ListResourceTemplatesResult>(
            catalog.templates(),
            caching.templates(),
            (items, next, hints) ->
                new ListResourceTemplatesResult(items, next, hints, ResultMeta.EMPTY)));
    routes.add(Methods.READ_RESOURCE, new ReadResourceRoute(catalog, caching.contents(), calls));
  }
}
