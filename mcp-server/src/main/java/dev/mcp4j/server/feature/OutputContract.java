/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.feature;

import dev.mcp4j.schema.CompiledSchema;
import org.jspecify.annotations.Nullable;

/**
 * What the structured result of a tool must look like.
 *
 * @param schema checks it
 * @param type the Java type it is written from; null if only the schema is known
 */
public record OutputContract(CompiledSchema schema, @Nullable Class<?> type) {}
