/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import dev.mcp4j.server.RequestHeaders;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request whose revision does not repeat the body in them. Nobody compares them
 * with it.
 *
 * @param headers the headers
 */
public record UnmirroredHeaders(RequestHeaders headers) implements RequestHeaders {
  /**
   * Checks the component.
   *
   * @param headers not null
   */
  public UnmirroredHeaders {
    Objects.requireNonNull(headers, "headers");
  }

  /**
   * Returns headers that must repeat what the body says.
   *
   * @param headers the headers of a request; null if it has none
   * @return the headers, or null if there is nothing to compare
   */
  public static @Nullable RequestHeaders mirrored(@Nullable RequestHeaders headers) {
    return headers instanceof UnmirroredHeaders ? null : headers;
  }

  @Override
  public List<String> all(String name) {
    return headers.all(name);
  }
}
