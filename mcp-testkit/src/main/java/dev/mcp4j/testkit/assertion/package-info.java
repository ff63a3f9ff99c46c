/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** AssertJ assertions about results, errors, notifications and transcripts. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.assertion;
