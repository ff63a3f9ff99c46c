/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The client: calls to a server, answers to its questions, and changes it reports. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client;
