/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What extensions send: messages whose members only they know. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.extension;
