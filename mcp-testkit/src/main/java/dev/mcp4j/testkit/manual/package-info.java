/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Time, threads, ids and randomness that stand still until a test moves them. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.manual;
