/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What both sides of signed tokens need: algorithms and keys. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jose;
