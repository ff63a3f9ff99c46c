/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Tools: listing and calling. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.tool;
