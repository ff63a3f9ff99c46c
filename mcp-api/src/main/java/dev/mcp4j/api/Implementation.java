/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Name and version of a client or server, as it reports itself. For display and logs only: nobody
 * verifies it.
 *
 * <p>Specification 2026-07-28: schema, Implementation.
 *
 * @param name the programmatic name
 * @param version the version
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param icons icons for display; empty if absent
 * @param websiteUrl where to read more; null if absent
 */
public record Implementation(
    String name,
    String version,
    @Nullable String title,
    @Nullable String description,
    List<Icon> icons,
    @Nullable String websiteUrl) {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param version not null
   * @param title may be null
   * @param description may be null
   * @param icons copied; no null elements
   * @param websiteUrl may be null
   */
  public Implementation {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    icons = List.copyOf(icons);
  }

  /**
   * Starts a value whose optional parts are absent until set.
   *
   * @param name the programmatic name
   * @param version the version
   * @return a new builder
   */
  public static Builder builder(String name, String version) {
    return new Builder(name, version);
  }

  /**
   * Starts a changed copy of this value.
   *
   * @return a new builder holding every component of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder(name, version);
    builder.title = title;
    builder.description = description;
    builder.icons = icons;
    builder.websiteUrl = websiteUrl;
    return builder;
  }

  /** Builds a {@link Implementation}. Not safe for use by several threads. */
  public static final class Builder {
    private String name;
    private String version;
    private @Nullable String title;
    private @Nullable String description;
    private List<Icon> icons = List.of();
    private @Nullable String websiteUrl;

    private Builder(String name, String version) {
      this.name = name;
      this.version = version;
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
     * Sets version.
     *
     * @param version the version
     * @return this builder
     */
    public Builder version(String version) {
      this.version = version;
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
     * Sets websiteUrl.
     *
     * @param websiteUrl where to read more; null if absent
     * @return this builder
     */
    public Builder websiteUrl(@Nullable String websiteUrl) {
      this.websiteUrl = websiteUrl;
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the value
     */
    public Implementation build() {
      return new Implementation(name, version, title, description, icons, websiteUrl);
    }
  }
}
