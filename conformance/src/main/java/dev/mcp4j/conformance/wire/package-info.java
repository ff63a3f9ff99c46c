/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * A client made for testing: it sends whatever bytes it is told to, keeps everything that passes,
 * and judges nothing.
 */
@NullMarked
package dev.mcp4j.conformance.wire;

import org.jspecify.annotations.NullMarked;
