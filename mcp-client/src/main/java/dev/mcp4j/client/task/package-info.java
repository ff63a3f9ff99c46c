/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Tasks on the client: asking for them until they have ended. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.task;
