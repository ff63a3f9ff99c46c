/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Content that tools, prompts and sampling carry. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.content;
