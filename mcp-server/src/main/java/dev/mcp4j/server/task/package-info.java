/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Tools whose work outlives the request: the extension {@code io.modelcontextprotocol/tasks}, and
 * where its tasks are kept.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.task;
