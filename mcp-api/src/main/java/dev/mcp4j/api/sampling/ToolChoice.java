/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.sampling;

import org.jspecify.annotations.Nullable;

/**
 * Whether the model may use tools.
 *
 * <p>Specification 2026-07-28: schema, ToolChoice.
 *
 * @param mode the mode; null means {@link ToolChoiceMode#AUTO}
 */
public record ToolChoice(@Nullable ToolChoiceMode mode) {}
