/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Where other revisions are plugged in. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.adapter;
