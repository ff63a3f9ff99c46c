/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.resource;

import dev.mcp4j.api.JsonObject;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Contents that are bytes.
 *
 * <p>Specification 2026-07-28: schema, BlobResourceContents.
 *
 * @param uri the URI of the resource
 * @param mimeType the media type; null if unknown
 * @param blob the bytes in Base64
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record BlobResourceContents(
    String uri, @Nullable String mimeType, String blob, JsonObject meta)
    implements ResourceContents {
  /**
   * Checks and copies the components.
   *
   * @param uri not null
   * @param mimeType may be null
   * @param blob not null
   * @param meta not null
   */
  public BlobResourceContents {
    Objects.requireNonNull(uri, "uri");
    Objects.requireNonNull(blob, "blob");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Encodes bytes as contents.
   *
   * @param uri the URI of the resource
   * @param mimeType the media type, or null if unknown
   * @param bytes the bytes, copied by encoding
   * @return the contents, without metadata
   */
  public static BlobResourceContents of(String uri, @Nullable String mimeType, byte[] bytes) {
    return new BlobResourceContents(
        uri, mimeType, Base64.getEncoder().encodeToString(bytes), JsonObject.EMPTY);
  }

  /**
   * Decodes the blob.
   *
   * @return the bytes, a new array
   * @throws IllegalArgumentException if the blob is not Base64
   */
  public byte[] bytes() {
    return Base64.getDecoder().decode(blob);
  }
}
