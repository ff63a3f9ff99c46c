/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import dev.mcp4j.api.extension.ExtensionId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a server can do. Open: nothing a peer sends is lost.
 *
 * <p>Specification 2026-07-28: schema, ServerCapabilities.
 *
 * @param tools settings of tools; null if the server has none
 * @param resources settings of resources; null if the server has none
 * @param prompts settings of prompts; null if the server has none
 * @param completions present if arguments can be completed; null if not
 * @param logging present if log messages may be sent; null if not
 * @param experimental experimental capabilities by name; empty if absent
 * @param extensions settings of each supported extension by its identifier; empty if absent
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record ServerCapabilities(
    @Nullable ListCapability tools,
    @Nullable ResourcesCapability resources,
    @Nullable ListCapability prompts,
    @Nullable JsonObject completions,
    @Nullable JsonObject logging,
    Map<String, JsonObject> experimental,
    Map<String, JsonObject> extensions,
    JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param tools may be null
   * @param resources may be null
   * @param prompts may be null
   * @param completions may be null
   * @param logging may be null
   * @param experimental copied; no null elements
   * @param extensions copied; no null elements
   * @param other not null
   */
  public ServerCapabilities {
    experimental = Collections.unmodifiableMap(new LinkedHashMap<>(experimental));
    extensions = Collections.unmodifiableMap(new LinkedHashMap<>(extensions));
    Objects.requireNonNull(other, "other");
  }

  /**
   * Starts a value whose optional parts are absent until set.
   *
   * @return a new builder
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Starts a changed copy of this value.
   *
   * @return a new builder holding every component of this value
   */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.tools = tools;
    builder.resources = resources;
    builder.prompts = prompts;
    builder.completions = completions;
    builder.logging = logging;
    builder.experimental = experimental;
    builder.extensions = extensions;
    builder.other = other;
    return builder;
  }

  /** Builds a {@link ServerCapabilities}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable ListCapability tools;
    private @Nullable ResourcesCapability resources;
    private @Nullable ListCapability prompts;
    private @Nullable JsonObject completions;
    private @Nullable JsonObject logging;
    private Map<String, JsonObject> experimental = Map.of();
    private Map<String, JsonObject> extensions = Map.of();
    private JsonObject other = JsonObject.EMPTY;

    private Builder() {}

    /**
     * Sets tools.
     *
     * @param tools settings of tools; null if the server has none
     * @return this builder
     */
    public Builder tools(@Nullable ListCapability tools) {
      this.tools = tools;
      return this;
    }

    /**
     * Sets resources.
     *
     * @param resources settings of resources; null if the server has none
     * @return this builder
     */
    public Builder resources(@Nullable ResourcesCapability resources) {
      this.resources = resources;
      return this;
    }

    /**
     * Sets prompts.
     *
     * @param prompts settings of prompts; null if the server has none
     * @return this builder
     */
    public Builder prompts(@Nullable ListCapability prompts) {
      this.prompts = prompts;
      return this;
    }

    /**
     * Sets completions.
     *
     * @param completions present if arguments can be completed; null if not
     * @return this builder
     */
    public Builder completions(@Nullable JsonObject completions) {
      this.completions = completions;
      return this;
    }

    /**
     * Sets logging.
     *
     * @param logging present if log messages may be sent; null if not
     * @return this builder
     */
    public Builder logging(@Nullable JsonObject logging) {
      this.logging = logging;
      return this;
    }

    /**
     * Sets experimental.
     *
     * @param experimental experimental capabilities by name; empty if absent
     * @return this builder
     */
    public Builder experimental(Map<String, JsonObject> experimental) {
      this.experimental = experimental;
      return this;
    }

    /**
     * Sets extensions.
     *
     * @param extensions settings of each supported extension by its identifier; empty if absent
     * @return this builder
     */
    public Builder extensions(Map<String, JsonObject> extensions) {
      this.extensions = extensions;
      return this;
    }

    /**
     * Adds an extension to those that are set already.
     *
     * @param id its identifier
     * @param settings its settings, empty for none
     * @return this builder
     * @throws IllegalArgumentException if the identifier is none
     */
    public Builder extension(String id, JsonObject settings) {
      Map<String, JsonObject> more = new LinkedHashMap<>(extensions);
      more.put(ExtensionId.require(id), settings);
      this.extensions = more;
      return this;
    }

    /**
     * Sets other.
     *
     * @param other members this type does not name, and members whose value does not fit the type;
     *     empty if there are none
     * @return this builder
     */
    public Builder other(JsonObject other) {
      this.other = other;
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the value
     */
    public ServerCapabilities build() {
      return new ServerCapabilities(
          tools, resources, prompts, completions, logging, experimental, extensions, other);
    }
  }
}
