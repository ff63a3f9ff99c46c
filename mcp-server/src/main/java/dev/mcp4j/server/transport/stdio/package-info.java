/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Messages as lines over a pair of byte streams. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.transport.stdio;
