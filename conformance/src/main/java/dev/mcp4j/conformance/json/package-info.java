/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** JSON as the suite needs it: read leniently, written in every spelling that is allowed. */
@NullMarked
package dev.mcp4j.conformance.json;

import org.jspecify.annotations.NullMarked;
