/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * From a message to a reply: the pipeline, the state of requests in flight, and the subscriptions.
 */
@org.jspecify.annotations.NullMarked
package dev.mcp4j.server.core;
