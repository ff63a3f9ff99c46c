/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.subscription;

import dev.mcp4j.api.JsonObject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which changes a client wants to hear of. Open, for the filters of extensions.
 *
 * <p>Specification 2026-07-28: basic/patterns/subscriptions, Notification Filter.
 *
 * @param toolsListChanged changes of the list of tools; null means no
 * @param promptsListChanged changes of the list of prompts; null means no
 * @param resourcesListChanged changes of the list of resources; null means no
 * @param resourceSubscriptions URIs of the resources whose updates are wanted; empty if absent
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record SubscriptionFilter(
    @Nullable Boolean toolsListChanged,
    @Nullable Boolean promptsListChanged,
    @Nullable Boolean resourcesListChanged,
    List<String> resourceSubscriptions,
    JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param toolsListChanged may be null
   * @param promptsListChanged may be null
   * @param resourcesListChanged may be null
   * @param resourceSubscriptions copied; no null elements
   * @param other not null
   */
  public SubscriptionFilter {
    resourceSubscriptions = List.copyOf(resourceSubscriptions);
    Objects.requireNonNull(other, "other");
  }

  /** Nothing. */
  public static final SubscriptionFilter NONE =
      new SubscriptionFilter(null, null, null, List.of(), JsonObject.EMPTY);

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
    builder.toolsListChanged = toolsListChanged;
    builder.promptsListChanged = promptsListChanged;
    builder.resourcesListChanged = resourcesListChanged;
    builder.resourceSubscriptions = resourceSubscriptions;
    builder.other = other;
    return builder;
  }

  /** Builds a {@link SubscriptionFilter}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable Boolean toolsListChanged;
    private @Nullable Boolean promptsListChanged;
    private @Nullable Boolean resourcesListChanged;
    private List<String> resourceSubscriptions = List.of();
    private JsonObject other = JsonObject.EMPTY;

    private Builder() {}

    /**
     * Sets toolsListChanged.
     *
     * @param toolsListChanged changes of the list of tools; null means no
     * @return this builder
     */
    public Builder toolsListChanged(@Nullable Boolean toolsListChanged) {
      this.toolsListChanged = toolsListChanged;
      return this;
    }

    /**
     * Sets promptsListChanged.
     *
     * @param promptsListChanged changes of the list of prompts; null means no
     * @return this builder
     */
    public Builder promptsListChanged(@Nullable Boolean promptsListChanged) {
      this.promptsListChanged = promptsListChanged;
      return this;
    }

    /**
     * Sets resourcesListChanged.
     *
     * @param resourcesListChanged changes of the list of resources; null means no
     * @return this builder
     */
    public Builder resourcesListChanged(@Nullable Boolean resourcesListChanged) {
      this.resourcesListChanged = resourcesListChanged;
      return this;
    }

    /**
     * Sets resourceSubscriptions.
     *
     * @param resourceSubscriptions URIs of the resources whose updates are wanted; empty if absent
     * @return this builder
     */
    public Builder resourceSubscriptions(List<String> resourceSubscriptions) {
      this.resourceSubscriptions = resourceSubscriptions;
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
    public SubscriptionFilter build() {
      return new SubscriptionFilter(
          toolsListChanged, promptsListChanged, resourcesListChanged, resourceSubscriptions, other);
    }
  }
}
