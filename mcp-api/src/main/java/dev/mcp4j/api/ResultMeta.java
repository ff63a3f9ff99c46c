/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a result tells about itself.
 *
 * <p>Specification 2026-07-28: basic, _meta.
 *
 * @param serverInfo name and version of the server; null if absent
 * @param subscriptionId the subscription a result ends; null for every other result
 * @param other metadata keys this type does not name
 */
public record ResultMeta(
    @Nullable Implementation serverInfo, @Nullable RequestId subscriptionId, JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param serverInfo may be null
   * @param subscriptionId may be null
   * @param other not null
   */
  public ResultMeta {
    Objects.requireNonNull(other, "other");
  }

  /** No metadata at all. */
  public static final ResultMeta EMPTY = new ResultMeta(null, null, JsonObject.EMPTY);

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
    builder.serverInfo = serverInfo;
    builder.subscriptionId = subscriptionId;
    builder.other = other;
    return builder;
  }

  /** Builds a {@link ResultMeta}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable Implementation serverInfo;
    private @Nullable RequestId subscriptionId;
    private JsonObject other = JsonObject.EMPTY;

    private Builder() {}

    /**
     * Sets serverInfo.
     *
     * @param serverInfo name and version of the server; null if absent
     * @return this builder
     */
    public Builder serverInfo(@Nullable Implementation serverInfo) {
      this.serverInfo = serverInfo;
      return this;
    }

    /**
     * Sets subscriptionId.
     *
     * @param subscriptionId the subscription a result ends; null for every other result
     * @return this builder
     */
    public Builder subscriptionId(@Nullable RequestId subscriptionId) {
      this.subscriptionId = subscriptionId;
      return this;
    }

    /**
     * Sets other.
     *
     * @param other metadata keys this type does not name
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
    public ResultMeta build() {
      return new ResultMeta(serverInfo, subscriptionId, other);
    }
  }
}
