/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How clients of older revisions, those with a handshake, are served, and where their sessions are
 * kept.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.legacy;
