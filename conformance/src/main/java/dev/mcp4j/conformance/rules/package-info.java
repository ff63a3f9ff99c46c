/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Rules and generators for both roles. */
@NullMarked
package dev.mcp4j.conformance.rules;

import org.jspecify.annotations.NullMarked;
