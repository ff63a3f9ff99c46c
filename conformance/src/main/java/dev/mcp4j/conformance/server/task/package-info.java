/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Properties and rules for servers with the Tasks extension. */
@NullMarked
package dev.mcp4j.conformance.server.task;

import org.jspecify.annotations.NullMarked;
