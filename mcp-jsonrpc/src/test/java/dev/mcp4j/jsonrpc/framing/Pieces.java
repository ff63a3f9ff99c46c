/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jsonrpc.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Streams as text with one character per byte, and ways to feed them in pieces.
 *
 * <p>Each piece lies at an odd place of its own array, which is overwritten after the call: a
 * decoder that kept a reference into it would be found out.
 */
final class Pieces {

  private static final int PADDING = 3;

  /** A decoder's {@code feed}. */
  interface Feed {

    void feed(byte[] bytes, int offset, int length);
  }

  private Pieces() {}

  static Arbitrary<List<Integer>> sizes() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(1, 4), Arbitraries.integers().between(1, 40))
        .list()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  static byte[] bytes(String stream) {
    return stream.getBytes(ISO_8859_1);
  }

  static String text(ByteSlice slice) {
    return new String(slice.toByteArray(), ISO_8859_1);
  }

  static void feedWhole(String stream, Feed decoder) {
    feed(bytes(stream), 0, stream.length(), decoder);
  }

  /** Feeds pieces of the given sizes, over and over, until the stream is used up. */
  static void feedInPieces(String stream, List<Integer> sizes, Feed decoder) {
    byte[] bytes = bytes(stream);
    int from = 0;
    for (int i = 0; from < bytes.length; i++) {
      int to = Math.min(bytes.length, from + sizes.get(i % sizes.size()));
      feed(bytes, from, to, decoder);
      from = to;
    }
  }

  private static void feed(byte[] bytes, int from, int to, Feed decoder) {
    byte[] piece = new byte[to - from + 2 * PADDING];
    Arrays.fill(piece, (byte) '\n');
    System.arraycopy(bytes, from, piece, PADDING, to - from);
    decoder.feed(piece, PADDING, to - from);
    Arrays.fill(piece, (byte) '#');
  }
}
