/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What the older revisions do differently over HTTP: sessions, streams without a request, and going
 * on with a stream after its connection broke.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.legacy.http;
