/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What clients are checked for. */
@NullMarked
package dev.mcp4j.conformance.client;

import org.jspecify.annotations.NullMarked;
