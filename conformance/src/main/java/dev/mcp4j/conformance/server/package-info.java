/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What servers are checked for, by revision. */
@NullMarked
package dev.mcp4j.conformance.server;

import org.jspecify.annotations.NullMarked;
