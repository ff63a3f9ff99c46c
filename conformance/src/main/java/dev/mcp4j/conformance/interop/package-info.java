/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What this project's client can do with servers that are made with other SDKs. */
@NullMarked
package dev.mcp4j.conformance.interop;

import org.jspecify.annotations.NullMarked;
