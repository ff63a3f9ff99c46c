/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Change notifications that a client listens to. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.subscription;
