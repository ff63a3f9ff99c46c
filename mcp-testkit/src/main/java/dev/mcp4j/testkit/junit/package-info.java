/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A JUnit 5 extension that runs a test over every way to reach a server. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.junit;
