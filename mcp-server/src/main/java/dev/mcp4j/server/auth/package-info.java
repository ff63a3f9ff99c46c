/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Authorization of a server over HTTP: who may call, and what they may do. The server is an OAuth
 * 2.1 resource server; it issues no tokens.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.auth;
