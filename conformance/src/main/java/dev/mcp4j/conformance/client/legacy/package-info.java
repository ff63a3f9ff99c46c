/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What clients of revision 2025-11-25 are checked for. */
@NullMarked
package dev.mcp4j.conformance.client.legacy;

import org.jspecify.annotations.NullMarked;
