/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.tool;

import dev.mcp4j.api.Icon;
import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something a model can call.
 *
 * <p>Specification 2026-07-28: server/tools, Tool.
 *
 * @param name the unique name, best 1 to 128 characters of {@code A-Za-z0-9_.-}
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param inputSchema the JSON Schema of the arguments, an object schema; 2020-12 unless it names
 *     another dialect
 * @param outputSchema the JSON Schema of the structured result; null if there is none
 * @param annotations hints about its behaviour; null if absent
 * @param icons icons for display; empty if absent
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record Tool(
    String name,
    @Nullable String title,
    @Nullable String description,
    JsonObject inputSchema,
    @Nullable JsonObject outputSchema,
    @Nullable ToolAnnotations annotations,
    List<Icon> icons,
    JsonObject meta) {
  /**
   * Checks and copies the components.
   *
   * @param name not null
   * @param title may be null
   * @param description may be null
   * @param inputSchema not null
   * @param outputSchema may be null
   * @param annotations may be null
   * @param icons copied; no null elements
   * @param meta not null
   */
  public Tool {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(inputSchema, "inputSchema");
    icons = List.copyOf(icons);
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Starts a value whose optional parts are absent until set.
   *
   * @param name the unique name, best 1 to 128 characters of {@code A-Za-z0-9_.-}
   * @param inputSchema the JSON Schema of the arguments, an object schema; 2020-12 unless it names
   *     another dialect
   * @return a new builder
   */
  public static Builder builder(String name, JsonObject inputSchema) {
    return new Builder(name, inputSchema);
  }

  /**
   * Starts a changed copy of this value.
   *
   * @return a new builder holding every component of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder(name, inputSchema);
    builder.title = title;
    builder.description = description;
    builder.outputSchema = outputSchema;
    builder.annotations = annotations;
    builder.icons = icons;
    builder.meta = meta;
    return builder;
  }

  /** Builds a {@link Tool}. Not safe for use by several threads. */
  public static final class Builder {
    private String name;
    private @Nullable String title;
    private @Nullable String description;
    private JsonObject inputSchema;
    private @Nullable JsonObject outputSchema;
    private @Nullable ToolAnnotations annotations;
    private List<Icon> icons = List.of();
    private JsonObject meta = JsonObject.EMPTY;

    private Builder(String name, JsonObject inputSchema) {
      this.name = name;
      this.inputSchema = inputSchema;
    }

    /**
     * Sets name.
     *
     * @param name the unique name, best 1 to 128 characters of {@code A-Za-z0-9_.-}
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
     * Sets inputSchema.
     *
     * @param inputSchema the JSON Schema of the arguments, an object schema; 2020-12 unless it
     *     names another dialect
     * @return this builder
     */
    public Builder inputSchema(JsonObject inputSchema) {
      this.inputSchema = inputSchema;
      return this;
    }

    /**
     * Sets outputSchema.
     *
     * @param outputSchema the JSON Schema of the structured result; null if there is none
     * @return this builder
     */
    public Builder outputSchema(@Nullable JsonObject outputSchema) {
      this.outputSchema = outputSchema;
      return this;
    }

    /**
     * Sets annotations.
     *
     * @param annotations hints about its behaviour; null if absent
     * @return this builder
     */
    public Builder annotations(@Nullable ToolAnnotations annotations) {
      this.annotations = annotations;
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
    public Tool build() {
      return new Tool(
          name, title, description, inputSchema, outputSchema, annotations, icons, meta);
    }
  }
}
