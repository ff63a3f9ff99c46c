/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A server of the Model Context Protocol: what it offers, how requests reach it, and what may stand
 * between.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server;
