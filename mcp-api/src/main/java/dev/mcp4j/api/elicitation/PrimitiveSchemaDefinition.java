/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.elicitation;

/**
 * One field of a form. Open: {@link UnrecognizedSchemaDefinition} keeps the rest.
 *
 * <p>Specification 2026-07-28: schema, PrimitiveSchemaDefinition.
 */
public sealed interface PrimitiveSchemaDefinition
    permits StringSchema,
        NumberSchema,
        BooleanSchema,
        UntitledSingleSelectEnumSchema,
        TitledSingleSelectEnumSchema,
        UntitledMultiSelectEnumSchema,
        TitledMultiSelectEnumSchema,
        LegacyTitledEnumSchema,
        UnrecognizedSchemaDefinition {}
