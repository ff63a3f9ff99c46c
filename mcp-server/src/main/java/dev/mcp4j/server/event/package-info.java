/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Changes of what a server offers, and the bus that carries them to whoever listens. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.event;
