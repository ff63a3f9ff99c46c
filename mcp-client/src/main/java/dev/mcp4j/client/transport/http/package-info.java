/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Streamable HTTP over the client of the JDK. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.transport.http;
