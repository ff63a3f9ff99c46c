/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Tests of the Tasks extension: stores, server and client. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.tests.task;
