/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BytePipeTest {
  @Property(tries = 200)
  void whatIsWrittenIsReadInOrder(
      @ForAll @IntRange(min = 1, max = 40) int capacity,
      @ForAll @Size(max = 20) List<byte[]> pieces,
      @ForAll @IntRange(min = 1, max = 50) int readAtMost)
      throws Exception {
    BytePipe pipe = new BytePipe(capacity);
    CompletableFuture<Void> writer = inBackground(() -> writeAll(pieces, pipe.sink()));

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

  @Test
  void singleBytesKeepTheirValue() throws IOException {
    BytePipe pipe = new BytePipe();
    pipe.sink().write(0xff);
    pipe.sink().write(0);
    pipe.sink().close();

    assertThat(pipe.source().read()).isEqualTo(0xff);
    assertThat(pipe.source().read()).isZero();
    assertThat(pipe.source().read()).isEqualTo(-1);
  }

  @Test
  void closedSinkEndsTheSourceAfterWhatWasWritten() throws IOException {
    BytePipe pipe = new BytePipe();
    pipe.sink().write(new byte[] {1, 2});
    pipe.sink().close();

    assertThat(pipe.source().readAllBytes()).containsExactly(1, 2);
    assertThatThrownBy(() -> pipe.sink().write(3))
        .isInstanceOf(IOException.class)
        .hasMessage("the pipe is closed");
  }

  @Test
  void closedSourceFailsTheWriterThatWaits() {
    BytePipe pipe = new BytePipe(2);
    CompletableFuture<Void> writer = inBackground(() -> pipe.sink().write(new byte[] {1, 2, 3}));

    awaitWaiting(pipe, 2);
    close(pipe.source());

    assertThatThrownBy(writer::get)
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("nobody reads the pipe");
    assertThat(pipe.waiting()).isZero();
  }

  @Test
  void closedPipeWakesTheReaderThatWaits() {
    BytePipe pipe = new BytePipe();
    CompletableFuture<Void> reader = inBackground(() -> pipe.source().read());

    pipe.close();

    assertThatThrownBy(reader::get).hasRootCauseMessage("the pipe is closed");
  }

  @Test
  void interruptDoesNotDisturbTheReader() throws IOException {
    BytePipe pipe = new BytePipe();
    Thread.currentThread().interrupt();
    CompletableFuture<Void> writer = inBackground(() -> pipe.sink().write(7));

    assertThat(pipe.source().read()).isEqualTo(7);
    assertThat(Thread.interrupted()).isTrue();
    writer.join();
  }

  @Test
  void pipeWithoutRoomIsRefused() {
    assertThatThrownBy(() -> new BytePipe(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the capacity must be at least 1, was 0");
  }

  private interface Work {
    void run() throws IOException;
  }

  private static CompletableFuture<Void> inBackground(Work work) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
                done.complete(null);
              } catch (IOException e) {
                done.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return done;
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

  private static void awaitWaiting(BytePipe pipe, int bytes) {
    while (pipe.waiting() < bytes) {
      Thread.onSpinWait();
    }
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
