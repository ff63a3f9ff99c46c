/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import org.jspecify.annotations.Nullable;

/**
 * A yes-or-no field.
 *
 * <p>Specification 2026-07-28: schema, BooleanSchema.
 *
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param defaultValue the value if the user gives none; null for none
 */
public record BooleanSchema(
    @Nullable String title, @Nullable String description, @Nullable Boolean defaultValue)
    implements PrimitiveSchemaDefinition {}
