/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.extension;

/**
 * Attached to a tool that must be approved.
 *
 * @param role who may approve
 */
public record NeedsApproval(String role) {}
