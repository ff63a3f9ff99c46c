/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** How messages are delimited on a byte stream: newline-delimited JSON and server-sent events. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jsonrpc.framing;
