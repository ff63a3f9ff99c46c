/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a server says about itself. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.discovery;
