/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Authorization, played against servers of the test kit. */
package dev.mcp4j.tests.auth;
