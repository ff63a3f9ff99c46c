/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What clients of revision 2026-07-28 are checked for. */
@NullMarked
package dev.mcp4j.conformance.client.modern;

import org.jspecify.annotations.NullMarked;
