/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BytePipePropertyTest {
  @Property(tries = 200)
  void whatIsWrittenIsReadInOrder(
      @ForAll @IntRange(min = 1, max = 40) int capacity,
      @ForAll @Size(max = 20) List<byte[]> pieces,
      @ForAll @IntRange(min = 1, max = 50) int readAtMost)
      throws Exception {
    BytePipe pipe = new BytePipe(capacity);
    CompletableFuture<Void> writer = Background.run(() -> writeAll(pieces, pipe.sink()));

    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] chunk = new byte[readAtMost];
    for (int count; (count = pipe.source().read(chunk)) >= 0; ) {
      assertThat(count).isPositive();
      assertThat(pipe.waiting()).isBetween(0, capacity);
      read.write(chunk, 0, count);
    }

    writer.get();
    assertThat(read.toByteArray()).isEqualTo(joined(pieces));
  }

  private static void writeAll(List<byte[]> pieces, OutputStream sink) throws IOException {
    for (byte[] piece : pieces) {
      sink.write(piece);
    }
    sink.close();
  }

  private static byte[] joined(List<byte[]> pieces) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
