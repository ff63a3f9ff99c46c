/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Servers with one rule broken each: the contract server behind a proxy that spoils something. */
@NullMarked
package dev.mcp4j.conformance.faulty;

import org.jspecify.annotations.NullMarked;
