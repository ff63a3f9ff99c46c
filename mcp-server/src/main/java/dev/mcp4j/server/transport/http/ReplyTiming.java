/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.server.transport.HttpOptions;

/**
 * When a response becomes a stream, and how often a stream shows that it is alive.
 *
 * @param streamAfter nanoseconds from the start of a request
 * @param callHeartbeat nanoseconds without an event
 * @param listenHeartbeat nanoseconds without an event, once the request is a subscription
 */
record ReplyTiming(long streamAfter, long callHeartbeat, long listenHeartbeat) {
  static ReplyTiming of(HttpOptions options) {
    return new ReplyTiming(
        options.streamAfter().toNanos(),
        options.callHeartbeat().toNanos(),
        options.listenHeartbeat().toNanos());
  }
}
