/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BodyReaderTest {
  @Property(tries = 200)
  void bodyIsReadWholeWhateverPiecesItComesIn(
      @ForAll @Size(max = 40_000) byte[] body,
      @ForAll @IntRange(min = 1, max = 20_000) int piece,
      @ForAll boolean announced)
      throws IOException {
    long length = announced ? body.length : BodyReader.UNKNOWN_LENGTH;

    assertThat(new BodyReader(40_000).read(new Pieces(body, piece), length)).isEqualTo(body);
  }

  @Property(tries = 200)
  void bodyBeyondTheLimitIsRefused(
      @ForAll @IntRange(min = 0, max = 40_000) int size,
      @ForAll @IntRange(min = 1, max = 40_000) int limit,
      @ForAll boolean announced)
      throws IOException {
    long length = announced ? size : BodyReader.UNKNOWN_LENGTH;

    byte[] read = new BodyReader(limit).read(new Pieces(new byte[size], 4096), length);

    assertThat(read != null).isEqualTo(size <= limit);
  }

  @Test
  void asMuchAsTheLimitIsThrownAway() throws IOException {
    Pieces slightlyTooLarge = new Pieces(new byte[11], 3);
    Pieces muchTooLarge = new Pieces(new byte[100], 3);

    assertThat(new BodyReader(10).read(slightlyTooLarge, BodyReader.UNKNOWN_LENGTH)).isNull();
    assertThat(new BodyReader(10).read(muchTooLarge, 100)).isNull();

    assertThat(slightlyTooLarge.available()).isZero();
    assertThat(muchTooLarge.available()).isEqualTo(90);
  }

  @Test
  void bodyShorterThanAnnouncedIsAFailure() {
    assertThatThrownBy(() -> new BodyReader(10).read(new Pieces(new byte[3], 3), 4))
        .isInstanceOf(EOFException.class)
        .hasMessage("the body ended after 3 of 4 bytes");
  }

  @Test
  void memoryIsTakenForBytesThatArrivedOnly() throws IOException {
    int[] asked = new int[1];
    InputStream stalling =
        new InputStream() {
          @Override
          public int read(byte[] b, int off, int len) {
            asked[0] = b.length;
            return -1;
          }

          @Override
          public int read() {
            return -1;
          }
        };

    assertThatThrownBy(() -> new BodyReader(1 << 30).read(stalling, 1 << 30))
        .isInstanceOf(EOFException.class);
    assertThat(asked[0]).isLessThanOrEqualTo(64 << 10);
  }

  /** Gives a body away in pieces. */
  private static final class Pieces extends ByteArrayInputStream {
    private final int piece;

    Pieces(byte[] bytes, int piece) {
      super(bytes);
      this.piece = piece;
    }

    @Override
    public synchronized int read(byte[] b, int off, int len) {
      return super.read(b, off, Math.min(piece, len));
    }
  }
}
