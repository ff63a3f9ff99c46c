/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.prompt;

import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A template of messages that a user can pick.
 *
 * <p>Specification 2026-07-28: server/prompts, Prompt.
 *
 * @param name the unique name
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param arguments the arguments; empty if absent
 * @param icons icons for display; empty if absent
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record Prompt(
    String name,
    @Nullable String title,
    @Nullable String description,
    List<PromptArgument> arguments,
    List<Icon> icons,
    JsonObject meta) {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param title may be null
   * @param description may be null
   * @param arguments copied; no null elements
   * @param icons copied; no null elements
   * @param meta not null
   */
  public Prompt {
    Objects.requireNonNull(name, "name");
    arguments = List.copyOf(arguments);
    icons = List.copyOf(icons);
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Starts a value whose optional parts are absent until set.
   *
   * @param name the unique name
   * @return a new builder
   */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /**
   * Starts a changed copy of this value.
   *
   * @return a new builder holding every component of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder(name);
    builder.title = title;
    builder.description = description;
    builder.arguments = arguments;
    builder.icons = icons;
    builder.meta = meta;
    return builder;
  }

  /** Builds a {@link Prompt}. Not safe for use by several threads. */
  public static final class Builder {
    private String name;
    private @Nullable String title;
    private @Nullable String description;
    private List<PromptArgument> arguments = List.of();
    private List<Icon> icons = List.of();
    private JsonObject meta = JsonObject.EMPTY;

    private Builder(String name) {
      this.name = name;
    }

    /**
     * Sets name.
     *
     * @param name the unique name
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
     * Sets arguments.
     *
     * @param arguments the arguments; empty if absent
     * @return this builder
     */
    public Builder arguments(List<PromptArgument> arguments) {
      this.arguments = arguments;
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
    public Prompt build() {
      return new Prompt(name, title, description, arguments, icons, meta);
    }
  }
}
