/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** JSON Schema from Java types, and validation behind a small interface. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.schema;
