/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.ResourceHandler;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A resource, ready to be listed and read.
 *
 * @param descriptor what a list says about it
 * @param handler reads it
 * @param caching how long its contents may be cached; null for what holds for all resources
 * @param visibility who may see and read it; null for everybody
 */
public record ResourceEntry(
    Resource descriptor,
    ResourceHandler handler,
    @Nullable CachePolicy caching,
    @Nullable Predicate<Caller> visibility)
    implements Registered<Resource> {

  @Override
  public String key() {
    return descriptor.uri();
  }
}
