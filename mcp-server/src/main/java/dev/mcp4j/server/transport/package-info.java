/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a transport offers to a server and expects from it. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.transport;
