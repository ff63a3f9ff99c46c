/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What messages look like, apart from what they mean. */
@NullMarked
package dev.mcp4j.conformance.shape;

import org.jspecify.annotations.NullMarked;
