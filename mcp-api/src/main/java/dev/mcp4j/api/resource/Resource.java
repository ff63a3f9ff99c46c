/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a server can read.
 *
 * <p>Specification 2026-07-28: server/resources, Resource.
 *
 * @param uri the URI
 * @param name the programmatic name
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param mimeType the media type; null if unknown
 * @param size size of the raw content in bytes; null if unknown
 * @param icons icons for display; empty if absent
 * @param annotations hints for the reader; null if absent
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record Resource(
    String uri,
    String name,
    @Nullable String title,
    @Nullable String description,
    @Nullable String mimeType,
    @Nullable Long size,
    List<Icon> icons,
    @Nullable Annotations annotations,
    JsonObject meta) {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   * @param name not null
   * @param title may be null
   * @param description may be null
   * @param mimeType may be null
   * @param size may be null
   * @param icons copied; no null elements
   * @param annotations may be null
   * @param meta not null
   */
  public Resource {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(name, "name");
    icons = List.copyOf(icons);
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Starts a value whose optional parts are absent until set.
   *
   * @param uri the URI
   * @param name the programmatic name
   * @return a new builder
   */
  public static Builder builder(String uri, String name) {
    return new Builder(uri, name);
  }

  /**
   * Starts a changed copy of this value.
   *
   * @return a new builder holding every component of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder(uri, name);
    builder.title = title;
    builder.description = description;
    builder.mimeType = mimeType;
    builder.size = size;
    builder.icons = icons;
    builder.annotations = annotations;
    builder.meta = meta;
    return builder;
  }

  /** Builds a {@link Resource}. Not safe for use by several threads. */
  public static final class Builder {
    private String uri;
    private String name;
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable String mimeType;
    private @Nullable Long size;
    private List<Icon> icons = List.of();
    private @Nullable Annotations annotations;
    private JsonObject meta = JsonObject.EMPTY;

    private Builder(String uri, String name) {
      this.uri = uri;
      this.name = name;
    }

    /**
     * Sets uri.
     *
     * @param uri the URI
     * @return this builder
     */
    public Builder uri(String uri) {
      this.uri = uri;
      return this;
    }

    /**
     * Sets name.
     *
     * @param name the programmatic name
     * @return this builder
     */
    public Builder name(String name) {
      this.name = name;
      return this;
    }

    /**
     * Sets title.
     *
     * @param title the name for display; null if absent
     * @return this builder
     */
    public Builder title(@Nullable String title) {
      this.title = title;
      return this;
    }

    /**
     * Sets description.
     *
     * @param description what it is, for people and models; null if absent
     * @return this builder
     */
    public Builder description(@Nullable String description) {
      this.description = description;
      return this;
    }

    /**
     * Sets mimeType.
     *
     * @param mimeType the media type; null if unknown
     * @return this builder
     */
    public Builder mimeType(@Nullable String mimeType) {
      this.mimeType = mimeType;
      return this;
    }

    /**
     * Sets size.
     *
     * @param size size of the raw content in bytes; null if unknown
     * @return this builder
     */
    public Builder size(@Nullable Long size) {
      this.size = size;
      return this;
    }

    /**
     * Sets icons.
     *
     * @param icons icons for display; empty if absent
     * @return this builder
     */
    public Builder icons(List<Icon> icons) {
      this.icons = icons;
      return this;
    }

    /**
     * Sets annotations.
     *
     * @param annotations hints for the reader; null if absent
     * @return this builder
     */
    public Builder annotations(@Nullable Annotations annotations) {
      this.annotations = annotations;
      return this;
    }

    /**
     * Sets meta.
     *
     * @param meta other metadata under {@code _meta}; empty if absent
     * @return this builder
     */
    public Builder meta(JsonObject meta) {
      this.meta = meta;
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the value
     */
    public Resource build() {
      return new Resource(uri, name, title, description, mimeType, size, icons, annotations, meta);
    }
  }
}
