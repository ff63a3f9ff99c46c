/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Resources, resource templates and their contents. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.resource;
