/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture that stands for a server, client, tool, prompt or resource.
 *
 * <p>Untrusted input: fetch it without credentials and check scheme, origin, size and type first.
 *
 * <p>Specification 2026-07-28: basic, icons.
 *
 * @param src an {@code https} or {@code data} URI
 * @param mimeType the media type; null if the source tells it
 * @param sizes sizes such as {@code 48x48} or {@code any}; empty if absent
 * @param theme the background it is made for; null if it suits both
 */
public record Icon(
    String src, @Nullable String mimeType, List<String> sizes, @Nullable IconTheme theme) {
  /**
   * Checks and copies the components.
   *
   * @param src not null
   * @param mimeType may be null
   * @param sizes copied; no null elements
   * @param theme may be null
   */
  public Icon {
    Objects.requireNonNull(src, "src");
    sizes = List.copyOf(sizes);
  }
}
