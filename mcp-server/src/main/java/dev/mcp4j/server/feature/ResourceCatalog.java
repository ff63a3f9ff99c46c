/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.ResourceHandler;
import dev.mcp4j.server.TemplateMatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All resources: those listed, and those a template describes.
 *
 * @param resources the resources by URI
 * @param templates the templates, asked in the order of their addition
 */
public record ResourceCatalog(
    Registry<Resource, ResourceEntry> resources,
    Registry<ResourceTemplate, TemplateEntry> templates) {

  /** Finds what reads a URI, or null if there is nothing the caller may read. */
  @Nullable ReadableItem find(String uri, Caller caller) {
    ResourceEntry resource = resources.find(uri, caller);
    if (resource != null) {
      return new ReadableItem(
          resource.descriptor().mimeType(),
          resource.caching(),
          resource.visibility() != null,
          call -> resource.handler().read(call));
    }
    if (resources.get(uri) != null) {
      return null;
    }
    for (TemplateEntry entry : templates.visibleTo(caller)) {
      Map<String, String> variables = entry.template().match(uri);
      if (variables != null) {
        TemplateMatch match = new TemplateMatch(uri, variables);
        return new ReadableItem(
            entry.descriptor().mimeType(),
            entry.caching(),
            entry.visibility() != null,
            call -> entry.handler().read(match, call));
      }
    }
    return null;
  }

  /**
   * Whether a caller may learn that the resource of a URI changed: not if a rule hides all that
   * describes it.
   */
  public boolean mayLearnOf(String uri, Caller caller) {
    ResourceEntry resource = resources.get(uri);
    if (resource != null) {
      return resource.visibleTo(caller);
    }
    boolean described = false;
    for (TemplateEntry entry : templates.all()) {
      if (entry.template().match(uri) != null) {
        described = true;
        if (entry.visibleTo(caller)) {
          return true;
        }
      }
    }
    return !described;
  }

  /**
   * Something that can be read.
   *
   * @param mimeType the declared media type; null if none is
   * @param caching how long the contents may be cached; null for what holds for all resources
   * @param dependsOnCaller whether a rule hides it from some callers
   * @param handler reads it
   */
  record ReadableItem(
      @Nullable String mimeType,
      @Nullable CachePolicy caching,
      boolean dependsOnCaller,
      ResourceHandler handler) {}
}
