/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.server.feature.ResourceEntry;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Function;

/** A resource as it was described. Immutable. */
public final class ResourceDefinition {
  private final ResourceEntry entry;

  ResourceDefinition(ResourceEntry entry) {
    this.entry = entry;
  }

  /**
   * Describes a resource.
   *
   * @param uri its URI, with a scheme
   * @param definition describes it and gives it its contents
   * @return the resource
   * @throws IllegalArgumentException if the URI is not one, or has no scheme
   */
  public static ResourceDefinition of(
      String uri, Function<ResourceBuilder, ResourceDefinition> definition) {
    try {
      if (!new URI(uri).isAbsolute()) {
        throw new IllegalArgumentException("resource " + uri + ": the URI must have a scheme");
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("resource " + uri + ": " + e.getReason(), e);
    }
    return definition.apply(new ResourceBuilder(uri));
  }

  /**
   * Returns the URI.
   *
   * @return the URI
   */
  public String uri() {
    return entry.key();
  }

  ResourceEntry entry() {
    return entry;
  }
}
