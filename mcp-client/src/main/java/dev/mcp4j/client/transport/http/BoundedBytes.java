/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.ReplyTooLargeException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects a body up to a limit. */
final class BoundedBytes {
  private static final int EXCERPT = 500;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int limit;

  BoundedBytes(int limit) {
    this.limit = limit;
  }

  void append(byte[] piece) {
    if (piece.length > limit - bytes.size()) {
      throw new ReplyTooLargeException(limit);
    }
    bytes.writeBytes(piece);
  }

  /** Like {@link #append}, but drops what is too much. */
  void appendBeginning(byte[] piece) {
    bytes.write(piece, 0, Math.min(piece.length, limit - bytes.size()));
  }

  boolean isFull() {
    return bytes.size() == limit;
  }

  byte[] toByteArray() {
    return bytes.toByteArray();
  }

  /** The beginning, fit for a message and a log: one line without control characters. */
  String excerpt() {
    String text =
        bytes.toString(StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
  }
}
