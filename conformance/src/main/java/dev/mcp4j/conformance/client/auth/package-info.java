/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What clients are checked for when servers are protected. */
@NullMarked
package dev.mcp4j.conformance.client.auth;

import org.jspecify.annotations.NullMarked;
