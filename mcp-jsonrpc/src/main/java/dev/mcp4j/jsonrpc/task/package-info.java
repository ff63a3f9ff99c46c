/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The values of the Tasks extension as JSON. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jsonrpc.task;
