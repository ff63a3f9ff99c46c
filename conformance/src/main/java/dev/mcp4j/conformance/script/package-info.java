/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** A server that does what a property tells it to, for clients to talk to. */
@NullMarked
package dev.mcp4j.conformance.script;

import org.jspecify.annotations.NullMarked;
