/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What goes wrong between a client and a server, on purpose and repeatably. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.fault;
