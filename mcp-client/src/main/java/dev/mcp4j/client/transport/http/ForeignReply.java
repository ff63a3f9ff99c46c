/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

/**
 * A body that is no message: an error page, a redirect, or the answer of something that is no
 * server.
 */
final class ForeignReply implements ReplyReader {
  private static final int MAX_BYTES = 8 * 1024;

  private final ReplyContext context;
  private final String detail;
  private final BoundedBytes body = new BoundedBytes(MAX_BYTES);

  ForeignReply(ReplyContext context, String detail) {
    this.context = context;
    this.detail = detail;
  }

  @Override
  public void feed(byte[] bytes) {
    body.appendBeginning(bytes);
    if (body.isFull()) {
      end();
    }
  }

  @Override
  public void end() {
    throw context.statusException(detail, body.excerpt());
  }
}
