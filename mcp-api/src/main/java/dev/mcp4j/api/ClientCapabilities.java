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
 * What a client can do for one request. Open: nothing a peer sends is lost.
 *
 * <p>Specification 2026-07-28: schema, ClientCapabilities.
 *
 * @param roots settings of roots; null if the client has none
 * @param sampling settings of sampling; null if the client has none
 * @param elicitation settings of elicitation; null if the client has none
 * @param experimental experimental capabilities by name; empty if absent
 * @param extensions settings of each supported extension by its identifier; empty if absent
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record ClientCapabilities(
    @Nullable JsonObject roots,
    @Nullable SamplingCapability sampling,
    @Nullable ElicitationCapability elicitation,
    Map<String, JsonObject> experimental,
    Map<String, JsonObject> extensions,
    JsonObject other) {
  private static final Map<String, JsonObject> NO_ENTRIES =
      Collections.unmodifiableMap(Collections.emptyMap());

  /**
   * Checks and copies the components.
   *
   * @param roots may be null
   * @param sampling may be null
   * @param elicitation may be null
   * @param experimental copied; no null elements
   * @param extensions copied; no null elements
   * @param other not null
   */
  public ClientCapabilities {
    experimental = copy(experimental);
    extensions = copy(extensions);
    Objects.requireNonNull(other, "other");
  }

  /** Most clients have none. */
  private static Map<String, JsonObject> copy(Map<String, JsonObject> map) {
    return map.isEmpty() ? NO_ENTRIES : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** A client that can do nothing but send requests. */
  public static final ClientCapabilities NONE =
      new ClientCapabilities(null, null, null, Map.of(), Map.of(), JsonObject.EMPTY);

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
    builder.roots = roots;
    builder.sampling = sampling;
    builder.elicitation = elicitation;
    builder.experimental = experimental;
    builder.extensions = extensions;
    builder.other = other;
    return builder;
  }

  /** Builds a {@link ClientCapabilities}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable JsonObject roots;
    private @Nullable SamplingCapability sampling;
    private @Nullable ElicitationCapability elicitation;
    private Map<String, JsonObject> experimental = Map.of();
    private Map<String, JsonObject> extensions = Map.of();
    private JsonObject other = JsonObject.EMPTY;

    private Builder() {}

    /**
     * Sets roots.
     *
     * @param roots settings of roots; null if the client has none
     * @return this builder
     */
    public Builder roots(@Nullable JsonObject roots) {
      this.roots = roots;
      return this;
    }

    /**
     * Sets sampling.
     *
     * @param sampling settings of sampling; null if the client has none
     * @return this builder
     */
    public Builder sampling(@Nullable SamplingCapability sampling) {
      this.sampling = sampling;
      return this;
    }

    /**
     * Sets elicitation.
     *
     * @param elicitation settings of elicitation; null if the client has none
     * @return this builder
     */
    public Builder elicitation(@Nullable ElicitationCapability elicitation) {
      this.elicitation = elicitation;
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
    public ClientCapabilities build() {
      return new ClientCapabilities(roots, sampling, elicitation, experimental, extensions, other);
    }
  }
}
