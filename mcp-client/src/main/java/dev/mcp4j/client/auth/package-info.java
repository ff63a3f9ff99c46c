/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Authorization of a client over HTTP: how requests get their credentials. */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.client.auth;
