/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A server under test, spoken to in messages of the protocol instead of bytes. */
@NullMarked
package dev.mcp4j.conformance.peer;

import org.jspecify.annotations.NullMarked;
