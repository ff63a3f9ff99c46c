/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What happens to a call between the API and the transport. Knows no transport but the interface.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.core;
