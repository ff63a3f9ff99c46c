/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number field.
 *
 * <p>Specification 2026-07-28: schema, NumberSchema.
 *
 * @param integer whether only whole numbers fit
 * @param title the name for display; null if absent
 * @param description what it is, for people and models; null if absent
 * @param minimum the least value; null for no bound
 * @param maximum the greatest value; null for no bound
 * @param defaultValue the value if the user gives none; null for none
 */
public record NumberSchema(
    boolean integer,
    @Nullable String title,
    @Nullable String description,
    @Nullable BigDecimal minimum,
    @Nullable BigDecimal maximum,
    @Nullable BigDecimal defaultValue)
    implements PrimitiveSchemaDefinition {}
