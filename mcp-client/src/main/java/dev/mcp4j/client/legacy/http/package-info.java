/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The HTTP transports of older revisions. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.legacy.http;
