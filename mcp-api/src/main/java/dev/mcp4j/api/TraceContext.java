/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import org.jspecify.annotations.Nullable;

/**
 * W3C trace context as carried in {@code _meta}.
 *
 * <p>Specification 2026-07-28: basic, OpenTelemetry trace context.
 *
 * @param traceparent the {@code traceparent} value; null if absent
 * @param tracestate the {@code tracestate} value; null if absent
 * @param baggage the {@code baggage} value; null if absent
 */
public record TraceContext(
    @Nullable String traceparent, @Nullable String tracestate, @Nullable String baggage) {
  /** No trace context. */
  public static final TraceContext NONE = new TraceContext(null, null, null);
}
