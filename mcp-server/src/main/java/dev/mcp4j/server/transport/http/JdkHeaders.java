/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import com.sun.net.httpserver.Headers;
import dev.mcp4j.server.RequestHeaders;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers of an exchange of the JDK's server, which compares names without regard to case
 * itself.
 *
 * @param headers the headers, not modified
 */
record JdkHeaders(Headers headers) implements RequestHeaders {
  @Override
  public List<String> all(String name) {
    List<String> values = headers.get(name);
    return values == null ? List.of() : Collections.unmodifiableList(values);
  }

  @Override
  public @Nullable String first(String name) {
    return headers.getFirst(name);
  }

  @Override
  public boolean tabsAreSpaces() {
    return true;
  }
}
