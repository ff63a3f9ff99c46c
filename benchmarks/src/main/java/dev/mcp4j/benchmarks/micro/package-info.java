/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Microbenchmarks: each of our pieces beside its limit, which is the same work written by hand for
 * this one message, and beside the official Java SDK's piece for the same.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.benchmarks.micro;
