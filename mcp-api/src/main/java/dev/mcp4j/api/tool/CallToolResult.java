/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.tool;

import dev.mcp4j.api.Result;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.content.ContentBlock;
import dev.mcp4j.api.content.TextContent;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a tool returned, or how it failed.
 *
 * <p>Specification 2026-07-28: server/tools, Tool Result.
 *
 * @param content content for the model
 * @param structuredContent the structured result, any JSON value; null if absent
 * @param isError whether the tool failed; null if not said, which means no
 * @param meta the metadata of the result
 */
public record CallToolResult(
    List<ContentBlock> content,
    @Nullable JsonNode structuredContent,
    @Nullable Boolean isError,
    ResultMeta meta)
    implements Result {
  /**
   * Checks and copies the components.
   *
   * @param content copied; no null elements
   * @param structuredContent may be null
   * @param isError may be null
   * @param meta not null
   */
  public CallToolResult {
    content = List.copyOf(content);
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes a result of one text.
   *
   * @param text the text
   * @return the result
   */
  public static CallToolResult text(String text) {
    return new CallToolResult(List.of(TextContent.of(text)), null, null, ResultMeta.EMPTY);
  }

  /**
   * Makes a failure that the model can read.
   *
   * @param text what went wrong and how to do better
   * @return the result, with {@code isError} true
   */
  public static CallToolResult error(String text) {
    return new CallToolResult(List.of(TextContent.of(text)), null, true, ResultMeta.EMPTY);
  }

  /**
   * Tells whether the tool failed.
   *
   * @return true only if {@code isError} is said and true
   */
  public boolean failed() {
    return Boolean.TRUE.equals(isError);
  }

  @Override
  public CallToolResult withMeta(ResultMeta meta) {
    return new CallToolResult(content, structuredContent, isError, meta);
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
    builder.content = content;
    builder.structuredContent = structuredContent;
    builder.isError = isError;
    builder.meta = meta;
    return builder;
  }

  /** Builds a {@link CallToolResult}. Not safe for use by several threads. */
  public static final class Builder {
    private List<ContentBlock> content = List.of();
    private @Nullable JsonNode structuredContent;
    private @Nullable Boolean isError;
    private ResultMeta meta = ResultMeta.EMPTY;

    private Builder() {}

    /**
     * Sets content.
     *
     * @param content content for the model
     * @return this builder
     */
    public Builder content(List<ContentBlock> content) {
      this.content = content;
      return this;
    }

    /**
     * Sets structuredContent.
     *
     * @param structuredContent the structured result, any JSON value; null if absent
     * @return this builder
     */
    public Builder structuredContent(@Nullable JsonNode structuredContent) {
      this.structuredContent = structuredContent;
      return this;
    }

    /**
     * Sets isError.
     *
     * @param isError whether the tool failed; null if not said, which means no
     * @return this builder
     */
    public Builder isError(@Nullable Boolean isError) {
      this.isError = isError;
      return this;
    }

    /**
     * Sets meta.
     *
     * @param meta the metadata of the result
     * @return this builder
     */
    public Builder meta(ResultMeta meta) {
      this.meta = meta;
      return this;
    }

    /**
     * Makes the value.
     *
     * @return the value
     */
    public CallToolResult build() {
      return new CallToolResult(content, structuredContent, isError, meta);
    }
  }
}
