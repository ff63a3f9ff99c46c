/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Bytes taken eight at a time, where a parser or a generator of JSON takes one after the other. It
 * pays for long strings; everything else is left to Jackson. Internal.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jsonrpc.scan;
