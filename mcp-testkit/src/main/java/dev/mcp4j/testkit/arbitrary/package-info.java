/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Any values of the protocol for property-based tests with jqwik: valid ones, and nearly valid. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.arbitrary;
