/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Asking the client in the middle of a call: questions, answers and the state between rounds. */
package dev.mcp4j.server.input;
