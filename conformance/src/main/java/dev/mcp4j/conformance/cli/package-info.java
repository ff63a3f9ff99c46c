/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The command line of the suite. */
@NullMarked
package dev.mcp4j.conformance.cli;

import org.jspecify.annotations.NullMarked;
