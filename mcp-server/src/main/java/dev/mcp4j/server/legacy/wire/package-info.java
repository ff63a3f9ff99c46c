/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What the older revisions say differently, on any transport: the handshake, requests from the
 * server, unsolicited notifications, and the shape of results.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.legacy.wire;
