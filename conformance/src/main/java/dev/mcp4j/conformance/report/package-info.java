/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a run brought, for people and for machines. */
@NullMarked
package dev.mcp4j.conformance.report;

import org.jspecify.annotations.NullMarked;
