/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Plays the authorization server of a protected server, and reads what such a server says. */
@NullMarked
package dev.mcp4j.conformance.token;

import org.jspecify.annotations.NullMarked;
