/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

import dev.mcp4j.api.JsonObject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Contents that are text.
 *
 * <p>Specification 2026-07-28: schema, TextResourceContents.
 *
 * @param uri the URI of the resource
 * @param mimeType the media type; null if unknown
 * @param text the text
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record TextResourceContents(
    String uri, @Nullable String mimeType, String text, JsonObject meta)
    implements ResourceContents {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   * @param mimeType may be null
   * @param text not null
   * @param meta not null
   */
  public TextResourceContents {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Makes contents without metadata.
   *
   * @param uri the URI of the resource
   * @param mimeType the media type; null if unknown
   * @param text the text
   * @return the contents
   */
  public static TextResourceContents of(String uri, @Nullable String mimeType, String text) {
    return new TextResourceContents(uri, mimeType, text, JsonObject.EMPTY);
  }
}
