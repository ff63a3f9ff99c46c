/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** The client under test, by way of the driver that its authors wrote. */
@NullMarked
package dev.mcp4j.conformance.driver;

import org.jspecify.annotations.NullMarked;
