/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Readers and writers of what only the revisions with a handshake have. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jsonrpc.legacy;
