/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** JSON-RPC 2.0 messages and their codec. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jsonrpc;
