/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.Result;

/**
 * A final result.
 *
 * @param result the result
 * @param afterInput whether questions were answered on the way to it, so that it depends on more
 *     than the request
 */
record Answer<R extends Result>(R result, boolean afterInput) {}
