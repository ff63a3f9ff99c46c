/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.resource.ResourceTemplate;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.Completer;
import dev.mcp4j.server.ResourceTemplateHandler;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A resource template, ready to be listed, completed and read.
 *
 * @param descriptor what a list says about it
 * @param template finds the variables in a URI
 * @param handler reads its resources
 * @param completers suggest values, by variable
 * @param caching how long contents may be cached; null for what holds for all resources
 * @param visibility who may see it and read its resources; null for everybody
 */
public record TemplateEntry(
    ResourceTemplate descriptor,
    UriTemplate template,
    ResourceTemplateHandler handler,
    Map<String, Completer> completers,
    @Nullable CachePolicy caching,
    @Nullable Predicate<Caller> visibility)
    implements Registered<ResourceTemplate> {

  @Override
  public String key() {
    return descriptor.uriTemplate();
  }
}
