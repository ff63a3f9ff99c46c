/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.resource.ResourceContents;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The contents of a resource, embedded.
 *
 * <p>Specification 2026-07-28: server/tools, Embedded Resources.
 *
 * @param resource the contents
 * @param annotations hints for the reader; null if absent
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record EmbeddedResource(
    ResourceContents resource, @Nullable Annotations annotations, JsonObject meta)
    implements ContentBlock {
  /**
   * Checks and copies the components.
   *
   * @param resource not null
   * @param annotations may be null
   * @param meta not null
   */
  public EmbeddedResource {
    Objects.requireNonNull(resource, "resource");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes a block without annotations.
   *
   * @param resource the contents
   * @return the block
   */
  public static EmbeddedResource of(ResourceContents resource) {
    return new EmbeddedResource(resource, null, JsonObject.EMPTY);
  }
}
