/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * An extension of somebody else: tools that answer with a ticket until a colleague has approved. It
 * uses nothing but the public contract, the same that Tasks uses.
 */
package dev.mcp4j.examples.extension;
