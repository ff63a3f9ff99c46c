/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Streamable HTTP: the rules of the transport, and the HTTP server of the JDK under them. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.transport.http;
