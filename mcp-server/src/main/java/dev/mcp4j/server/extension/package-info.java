/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a {@link dev.mcp4j.server.Feature} that implements an extension may do beyond methods of its
 * own: stand around the calls of tools, run tools later, report changes, answer with result types
 * of its own.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.extension;
