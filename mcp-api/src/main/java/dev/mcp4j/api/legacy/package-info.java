/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What only the revisions with a handshake have: 2024-11-05, 2025-03-26, 2025-06-18 and 2025-11-25.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.legacy;
