/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Measures whole processes from outside. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.benchmarks.run;
