/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Sessions with servers of older revisions, in the looks of the newest one. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.legacy.session;
