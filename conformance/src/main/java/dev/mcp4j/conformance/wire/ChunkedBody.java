/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A body in the chunked transfer coding. */
final class ChunkedBody extends InputStream {
  private final InputStream in;
  private long left;
  private boolean ended;

  ChunkedBody(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !ended) {
      nextChunk();
    }
    if (ended) {
      return -1;
    }
    int count = in.read(target, offset, (int) Math.min(length, left));
    if (count < 0) {
      throw new EOFException("the connection was closed within a chunk");
    }
    left -= count;
    if (left == 0) {
      HttpConnection.readLine(in);
    }
    return count;
  }

  private void nextChunk() throws IOException {
    String size = HttpConnection.readLine(in).split(";", 2)[0].strip();
    try {
      left = Long.parseLong(size, 16);
    } catch (NumberFormatException e) {
      throw new IOException("not the size of a chunk: " + size, e);
    }
    if (left == 0) {
      ended = true;
      while (!HttpConnection.readLine(in).isEmpty()) {
        // trailers are of no interest
      }
    }
  }
}
