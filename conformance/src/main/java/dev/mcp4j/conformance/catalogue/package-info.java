/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What the specification demands, as data: every requirement of every revision that is checked. */
@NullMarked
package dev.mcp4j.conformance.catalogue;

import org.jspecify.annotations.NullMarked;
