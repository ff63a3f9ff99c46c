/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Which requirements are checked, by what, and why others are not. */
@NullMarked
package dev.mcp4j.conformance.coverage;

import org.jspecify.annotations.NullMarked;
