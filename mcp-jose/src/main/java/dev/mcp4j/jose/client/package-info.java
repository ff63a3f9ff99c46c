/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Signed tokens for clients: client assertions, proofs of possession, assertions of a corporate
 * identity provider and of a workload platform.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.jose.client;
