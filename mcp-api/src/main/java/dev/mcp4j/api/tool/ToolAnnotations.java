/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.tool;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Hints about how a tool behaves. Untrusted unless the server is. Open.
 *
 * <p>Specification 2026-07-28: schema, ToolAnnotations.
 *
 * @param title the name for display; null if absent
 * @param readOnlyHint the tool changes nothing; null means false
 * @param destructiveHint the tool may destroy; null means true
 * @param idempotentHint calling again changes nothing more; null means false
 * @param openWorldHint the tool talks to the outside; null means true
 * @param other members this type does not name, and members whose value does not fit the type;
 *     empty if there are none
 */
public record ToolAnnotations(
    @Nullable String title,
    @Nullable Boolean readOnlyHint,
    @Nullable Boolean destructiveHint,
    @Nullable Boolean idempotentHint,
    @Nullable Boolean openWorldHint,
    JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param title may be null
   * @param readOnlyHint may be null
   * @param destructiveHint may be null
   * @param idempotentHint may be null
   * @param openWorldHint may be null
   * @param other not null
   */
  public ToolAnnotations {
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
    builder.title = title;
    builder.readOnlyHint = readOnlyHint;
    builder.destructiveHint = destructiveHint;
    builder.idempotentHint = idempotentHint;
    builder.openWorldHint = openWorldHint;
    builder.other = other;
    return builder;
  }

  /** Builds a {@link ToolAnnotations}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String title;
    private @Nullable Boolean readOnlyHint;
    private @Nullable Boolean destructiveHint;
    private @Nullable Boolean idempotentHint;
    private @Nullable Boolean openWorldHint;
    private JsonObject other = JsonObject.EMPTY;

    private Builder() {}

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
     * Sets readOnlyHint.
     *
     * @param readOnlyHint the tool changes nothing; null means false
     * @return this builder
     */
    public Builder readOnlyHint(@Nullable Boolean readOnlyHint) {
      this.readOnlyHint = readOnlyHint;
      return this;
    }

    /**
     * Sets destructiveHint.
     *
     * @param destructiveHint the tool may destroy; null means true
     * @return this builder
     */
    public Builder destructiveHint(@Nullable Boolean destructiveHint) {
      this.destructiveHint = destructiveHint;
      return this;
    }

    /**
     * Sets idempotentHint.
     *
     * @param idempotentHint calling again changes nothing more; null means false
     * @return this builder
     */
    public Builder idempotentHint(@Nullable Boolean idempotentHint) {
      this.idempotentHint = idempotentHint;
      return this;
    }

    /**
     * Sets openWorldHint.
     *
     * @param openWorldHint the tool talks to the outside; null means true
     * @return this builder
     */
    public Builder openWorldHint(@Nullable Boolean openWorldHint) {
      this.openWorldHint = openWorldHint;
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
    public ToolAnnotations build() {
      return new ToolAnnotations(
          title, readOnlyHint, destructiveHint, idempotentHint, openWorldHint, other);
    }
  }
}
