/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Signed tokens for resource servers, and for authorization servers that take the assertions of a
 * corporate identity provider.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jose.server;
