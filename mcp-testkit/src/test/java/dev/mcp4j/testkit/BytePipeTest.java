/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class BytePipeTest {
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
    CompletableFuture<Void> writer = Background.run(() -> pipe.sink().write(new byte[] {1, 2, 3}));

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
    CompletableFuture<Void> reader = Background.run(() -> pipe.source().read());

    pipe.close();

    assertThatThrownBy(reader::get).hasRootCauseMessage("the pipe is closed");
  }

  @Test
  void interruptDoesNotDisturbTheReader() throws IOException {
    BytePipe pipe = new BytePipe();
    Thread.currentThread().interrupt();
    CompletableFuture<Void> writer = Background.run(() -> pipe.sink().write(7));

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
