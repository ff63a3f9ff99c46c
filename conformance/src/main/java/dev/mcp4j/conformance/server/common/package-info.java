/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Properties and rules for servers of every revision, and what all properties are made of. */
@NullMarked
package dev.mcp4j.conformance.server.common;

import org.jspecify.annotations.NullMarked;
