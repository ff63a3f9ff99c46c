/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import dev.mcp4j.api.resource.Resource;
import dev.mcp4j.server.feature.ResourceEntry;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Describes a resource. {@link #text}, {@link #bytes} or {@link #read} comes last. Not safe for use
 * by several threads.
 *
 * <p>Specification 2026-07-28: server/resources.
 */
public final class ResourceBuilder extends ContentBuilder<ResourceBuilder> {
  private final String uri;
  private @Nullable Long size;

  ResourceBuilder(String uri) {
    super(new Settings("resource " + uri));
    this.uri = uri;
  }

  /**
   * Sets the size of the contents.
   *
   * @param bytes the size in bytes, before any encoding
   * @return this builder
   * @throws IllegalStateException if it is set already
   * @throws IllegalArgumentException if it is negative
   */
  public ResourceBuilder size(long bytes) {
    settings.once("size");
    settings.require(bytes >= 0, "the size must not be negative, was " + bytes);
    this.size = bytes;
    return this;
  }

  /**
   * Completes the resource with a fixed text.
   *
   * @param text the contents
   * @return the resource
   */
  public ResourceDefinition text(String text) {
    if (!settings.has("size")) {
      this.size = (long) text.getBytes(StandardCharsets.UTF_8).length;
    }
    if (!settings.has("mimeType")) {
      this.mimeType = "text/plain";
    }
    return read(call -> text);
  }

  /**
   * Completes the resource with fixed bytes.
   *
   * @param bytes the contents; copied
   * @return the resource
   */
  public ResourceDefinition bytes(byte[] bytes) {
    byte[] copy = bytes.clone();
    if (!settings.has("size")) {
      this.size = (long) copy.length;
    }
    return read(call -> copy);
  }

  /**
   * Completes the resource.
   *
   * @param handler reads the contents
   * @return the resource
   */
  public ResourceDefinition read(ResourceHandler handler) {
    Objects.requireNonNull(handler, "handler");
    Resource descriptor =
        new Resource(
            uri,
            name == null ? uri : name,
            title,
            description,
            mimeType,
            size,
            icons,
            annotations,
            meta);
    return new ResourceDefinition(new ResourceEntry(descriptor, handler, caching(), visibility));
  }
}
