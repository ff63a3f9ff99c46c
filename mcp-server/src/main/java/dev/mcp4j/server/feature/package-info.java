/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What a server offers: tools, resources, prompts, completion, discovery. */
package dev.mcp4j.server.feature;
