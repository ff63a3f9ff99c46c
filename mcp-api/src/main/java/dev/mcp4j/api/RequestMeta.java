/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What every request tells about itself.
 *
 * <p>A modern request carries at least {@code protocolVersion} and {@code clientCapabilities}; both
 * are nullable here because it is the receiver who must notice that they are missing.
 *
 * <p>Specification 2026-07-28: basic, _meta.
 *
 * @param protocolVersion the revision the request is written in; null if absent
 * @param clientInfo name and version of the client; null if absent
 * @param clientCapabilities what the client can do for this request; null if absent
 * @param logLevel the least severe log message wanted; null for none at all
 * @param progressToken the token under which progress is wanted; null for none
 * @param traceContext the trace the request belongs to
 * @param other metadata keys this type does not name
 */
public record RequestMeta(
    @Nullable String protocolVersion,
    @Nullable Implementation clientInfo,
    @Nullable ClientCapabilities clientCapabilities,
    @Nullable LoggingLevel logLevel,
    @Nullable ProgressToken progressToken,
    TraceContext traceContext,
    JsonObject other) {
  /**
   * Checks and copies the components.
   *
   * @param protocolVersion may be null
   * @param clientInfo may be null
   * @param clientCapabilities may be null
   * @param logLevel may be null
   * @param progressToken may be null
   * @param traceContext not null
   * @param other not null
   */
  public RequestMeta {
    Objects.requireNonNull(traceContext, "traceContext");
    Objects.requireNonNull(other, "other");
  }

  /** No metadata at all. */
  public static final RequestMeta EMPTY =
      new RequestMeta(null, null, null, null, null, TraceContext.NONE, JsonObject.EMPTY);

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
    builder.protocolVersion = protocolVersion;
    builder.clientInfo = clientInfo;
    builder.clientCapabilities = clientCapabilities;
    builder.logLevel = logLevel;
    builder.progressToken = progressToken;
    builder.traceContext = traceContext;
    builder.other = other;
    return builder;
  }

  /** Builds a {@link RequestMeta}. Not safe for use by several threads. */
  public static final class Builder {
    private @Nullable String protocolVersion;
    private @Nullable Implementation clientInfo;
    private @Nullable ClientCapabilities clientCapabilities;
    private @Nullable LoggingLevel logLevel;
    private @Nullable ProgressToken progressToken;
    private TraceContext traceContext = TraceContext.NONE;
    private JsonObject other = JsonObject.EMPTY;

    private Builder() {}

    /**
     * Sets protocolVersion.
     *
     * @param protocolVersion the revision the request is written in; null if absent
     * @return this builder
     */
    public Builder protocolVersion(@Nullable String protocolVersion) {
      this.protocolVersion = protocolVersion;
      return this;
    }

    /**
     * Sets clientInfo.
     *
     * @param clientInfo name and version of the client; null if absent
     * @return this builder
     */
    public Builder clientInfo(@Nullable Implementation clientInfo) {
      this.clientInfo = clientInfo;
      return this;
    }

    /**
     * Sets clientCapabilities.
     *
     * @param clientCapabilities what the client can do for this request; null if absent
     * @return this builder
     */
    public Builder clientCapabilities(@Nullable ClientCapabilities clientCapabilities) {
      this.clientCapabilities = clientCapabilities;
      return this;
    }

    /**
     * Sets logLevel.
     *
     * @param logLevel the least severe log message wanted; null for none at all
     * @return this builder
     */
    public Builder logLevel(@Nullable LoggingLevel logLevel) {
      this.logLevel = logLevel;
      return this;
    }

    /**
     * Sets progressToken.
     *
     * @param progressToken the token under which progress is wanted; null for none
     * @return this builder
     */
    public Builder progressToken(@Nullable ProgressToken progressToken) {
      this.progressToken = progressToken;
      return this;
    }

    /**
     * Sets traceContext.
     *
     * @param traceContext the trace the request belongs to
     * @return this builder
     */
    public Builder traceContext(TraceContext traceContext) {
      this.traceContext = traceContext;
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
    public RequestMeta build() {
      return new RequestMeta(
          protocolVersion,
          clientInfo,
          clientCapabilities,
          logLevel,
          progressToken,
          traceContext,
          other);
    }
  }
}
