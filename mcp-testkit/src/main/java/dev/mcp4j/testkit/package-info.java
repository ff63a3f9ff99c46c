/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Clients and servers in one process, connected over real bytes. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit;
