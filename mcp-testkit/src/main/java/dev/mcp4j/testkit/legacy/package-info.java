/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Contract suites for what keeps the sessions of clients of older revisions. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.legacy;
