/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Serves MCP over Netty: HTTP/1.1 and HTTP/2, with and without TLS. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.netty;
