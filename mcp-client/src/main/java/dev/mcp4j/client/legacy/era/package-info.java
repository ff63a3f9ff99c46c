/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Finds out which kind of server there is, and lets the right transport serve it. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.legacy.era;
