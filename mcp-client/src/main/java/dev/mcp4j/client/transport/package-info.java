/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** How messages reach a server: the interface below the core, and the options of what ships. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.transport;
