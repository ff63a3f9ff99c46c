/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.RequestHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request, which Netty compares without regard to case itself.
 *
 * @param headers the headers, not modified
 */
record NettyHeaders(HttpHeaders headers) implements RequestHeaders {
  @Override
  public List<String> all(String name) {
    return headers.getAll(name);
  }

  @Override
  public @Nullable String first(String name) {
    return headers.get(name);
  }
}
