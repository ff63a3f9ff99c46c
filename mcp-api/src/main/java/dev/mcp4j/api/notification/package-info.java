/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Notifications that relate to one request. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.api.notification;
