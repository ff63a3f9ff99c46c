/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

/**
 * What one connection may have going on at a time.
 *
 * @param inFlight requests being handled; more of them wait
 * @param lookAhead bytes of requests that wait before the connection is read no further
 * @param listens subscriptions
 */
public record ConnectionLimits(int inFlight, int lookAhead, int listens) {}
