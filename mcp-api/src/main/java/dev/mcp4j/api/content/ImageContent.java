/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.api.content;

import dev.mcp4j.api.Annotations;
import dev.mcp4j.api.JsonObject;
import java.util.Base64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture.
 *
 * <p>Specification 2026-07-28: schema, ImageContent.
 *
 * @param data the bytes in Base64
 * @param mimeType the media type
 * @param annotations hints for the reader; null if absent
 * @param meta other metadata under {@code _meta}; empty if absent
 */
public record ImageContent(
    String data, String mimeType, @Nullable Annotations annotations, JsonObject meta)
    implements ContentBlock, SamplingMessageContentBlock {
  /**
   * Checks and copies the components.
   *
   * @param data not null
   * @param mimeType not null
   * @param annotations may be null
   * @param meta not null
   */
  public ImageContent {
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(mimeType, "mimeType");
    Objects.requireNonNull(meta, "meta");
  }

  /**
   * Encodes bytes as content.
   *
   * @param bytes the bytes, copied by encoding
   * @param mimeType the media type
   * @return the content, without annotations or metadata
   */
  public static ImageContent of(byte[] bytes, String mimeType) {
    return new ImageContent(
        Base64.getEncoder().encodeToString(bytes), mimeType, null, JsonObject.EMPTY);
  }

  /**
   * Decodes the data.
   *
   * @return the bytes, a new array
   * @throws IllegalArgumentException if the data is not Base64
   */
  public byte[] bytes() {
    return Base64.getDecoder().decode(data);
  }
}
