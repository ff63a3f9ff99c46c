/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Servers of revisions that begin with a handshake: what an application can know about them, and
 * where to remember it.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.legacy;
