/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import org.jspecify.annotations.Nullable;

/**
 * A text field.
 *
 * <p>Specification 2026-07-28: schema, StringSchema.
 *
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param minLength the least number of characters; null for no bound
 * @param maxLength the greatest number of characters; null for no bound
 * @param format what it holds; null for any text
 * @param defaultValue the value if the user gives none; null for none
 */
public record StringSchema(
    @Nullable String title,
    @Nullable String description,
    @Nullable Integer minLength,
    @Nullable Integer maxLength,
    @Nullable StringFormat format,
    @Nullable String defaultValue)
    implements PrimitiveSchemaDefinition {

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
    builder.description = description;
    builder.minLength = minLength;
    builder.maxLength = maxLength;
    builder.format = format;
    builder.defaultValue = defaultValue;
    return builder;
  }

  /** Builds a {@link StringSchema}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable Integer minLength;
    private @Nullable Integer maxLength;
    private @Nullable StringFormat format;
    private @Nullable String defaultValue;

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
     * Sets minLength.
     *
     * @param minLength the least number of characters; null for no bound
     * @return this builder
     */
    public Builder minLength(@Nullable Integer minLength) {
      this.minLength = minLength;
      return this;
    }

    /**
     * Sets maxLength.
     *
     * @param maxLength the greatest number of characters; null for no bound
     * @return this builder
     */
    public Builder maxLength(@Nullable Integer maxLength) {
      this.maxLength = maxLength;
      return this;
    }

    /**
     * Sets format.
     *
     * @param format what it holds; null for any text
     * @return this builder
     */
    public Builder format(@Nullable StringFormat format) {
      this.format = format;
      return this;
    }

    /**
     * Sets defaultValue.
     *
     * @param defaultValue the value if the user gives none; null for none
     * @return this builder
     */
    public Builder defaultValue(@Nullable String defaultValue) {
      this.defaultValue = defaultValue;
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the value
     */
    public StringSchema build() {
      return new StringSchema(title, description, minLength, maxLength, format, defaultValue);
    }
  }
}
