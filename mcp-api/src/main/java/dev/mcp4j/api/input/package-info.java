/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Questions a server asks in the middle of a request, and their answers. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.input;
