/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Long-running work as values: the extension {@code io.modelcontextprotocol/tasks}. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.task;
