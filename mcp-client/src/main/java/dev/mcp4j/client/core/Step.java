/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;

/** The rest of the pipeline below a link. */
@FunctionalInterface
interface Step<P extends RequestParams, R extends Result> {
  Reply<R> proceed(Invocation<P, R> call);
}
