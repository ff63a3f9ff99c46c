/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The protocol as values: what every feature shares. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api;
