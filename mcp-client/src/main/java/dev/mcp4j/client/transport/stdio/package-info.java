/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Messages over the standard streams of a child process. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.transport.stdio;
