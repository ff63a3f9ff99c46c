/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Runs properties against a peer and keeps what they find. */
@NullMarked
package dev.mcp4j.conformance.engine;

import org.jspecify.annotations.NullMarked;
