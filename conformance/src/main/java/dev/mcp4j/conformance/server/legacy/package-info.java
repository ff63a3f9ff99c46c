/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Properties of servers of revision 2025-11-25, which begin with a handshake. */
@NullMarked
package dev.mcp4j.conformance.server.legacy;

import org.jspecify.annotations.NullMarked;
