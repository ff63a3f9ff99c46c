/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * An authorization server and a protected MCP server on the loopback interface, which keep the
 * rules or break chosen ones. Tokens are opaque, so no signatures are needed.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.testkit.auth;
