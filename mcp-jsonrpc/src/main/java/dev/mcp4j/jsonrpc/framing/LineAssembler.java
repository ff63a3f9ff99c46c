/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

/**
 * Puts lines together from the pieces in which they arrive, whatever ends a line.
 *
 * <p>A line that arrives in one piece is passed on where it lies. A line over the limit is passed
 * on once, cut at the limit, as soon as it is known to be too long; its rest is dropped.
 */
final class LineAssembler {

  /** Takes the lines; the bytes are good until the callback returns. */
  interface Sink {

    void onLine(ByteSlice line);

    void onTooLong(ByteSlice head);
  }

  private final int maxLineBytes;
  private final Sink sink;
  private final ByteAccumulator partial = new ByteAccumulator();
  private boolean skipping;

  LineAssembler(int maxLineBytes, Sink sink) {
    if (maxLineBytes < 1) {
      throw new IllegalArgumentException(
          "the limit must be at least 1 byte, but was " + maxLineBytes);
    }
    this.maxLineBytes = maxLineBytes;
    this.sink = sink;
  }

  /** Takes {@code [from, to)} as a further piece of a line that goes on. */
  void add(byte[] bytes, int from, int to) {
    if (skipping) {
      return;
    }
    if (fits(to - from)) {
      partial.append(bytes, from, to - from);
    } else {
      skipping = true;
      sink.onTooLong(join(bytes, from, room()));
    }
  }

  /** Takes {@code [from, to)} as the last piece of a line. */
  void end(byte[] bytes, int from, int to) {
    if (skipping) {
      skipping = false;
    } else if (fits(to - from)) {
      sink.onLine(join(bytes, from, to - from));
    } else {
      sink.onTooLong(join(bytes, from, room()));
    }
  }

  /** Passes on the unfinished line, if there is one, as if it had ended. */
  void endOfInput() {
    skipping = false;
    if (partial.size() > 0) {
      sink.onLine(partial.take());
    }
  }

  /** Forgets the unfinished line. */
  void reset() {
    partial.clear();
    skipping = false;
  }

  private int room() {
    return maxLineBytes - partial.size();
  }

  private boolean fits(int length) {
    return length <= room();
  }

  private ByteSlice join(byte[] bytes, int from, int length) {
    if (partial.size() == 0) {
      return ByteSlice.of(bytes, from, length);
    }
    partial.append(bytes, from, length);
    return partial.take();
  }
}
