/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What is measured beside this project's own servers and clients. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.benchmarks.peer;
