/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What handlers can rely on, whatever the way between client and server. */
package dev.mcp4j.tests.handler;
