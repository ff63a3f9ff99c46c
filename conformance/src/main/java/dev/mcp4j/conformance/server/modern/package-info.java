/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Properties of servers of revision 2026-07-28. */
@NullMarked
package dev.mcp4j.conformance.server.modern;

import org.jspecify.annotations.NullMarked;
