/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.testkit.BytePipe;
import dev.mcp4j.testkit.manual.ManualClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final ManualClock clock = ManualClock.create();

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static String read(InputStream in) throws IOException {
    return new String(in.readAllBytes(), UTF_8);
  }

  private static CompletableFuture<String> readInBackground(InputStream in) {
    CompletableFuture<String> read = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                read.complete(read(in));
              } catch (IOException e) {
                read.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return read;
  }

  @Test
  void noFaultsLeaveTheStreamAsItIs() {
    InputStream in = bytes("abc");

    assertThat(Faults.none().apply(in)).isSameAs(in);
    assertThat(Faults.none()).hasToString("no faults");
  }

  @Test
  void cutFailsTheReaderAtItsPosition() throws IOException {
    InputStream in = Faults.none().cutAt(2).apply(bytes("abcd"));

    assertThat(in.readNBytes(2)).containsExactly('a', 'b');
    assertThatThrownBy(in::read)
        .isInstanceOf(IOException.class)
        .hasMessage("the connection was cut on purpose at byte 2");
  }

  @Test
  void cutReachesTheSender() {
    BytePipe pipe = new BytePipe();
    InputStream in = Faults.none().cutAt(0).apply(pipe.source());

    assertThatThrownBy(in::read).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> pipe.sink().write(1)).hasMessage("nobody reads the pipe");
  }

  @Test
  void garbledByteDiffersInOneBit() throws IOException {
    assertThat(read(Faults.none().garbleAt(1, 1).apply(bytes("aaa")))).isEqualTo("aca");
  }

  @Test
  void repeatedLineArrivesTwice() throws IOException {
    Faults faults = Faults.none().repeatLine(2).splitInto(1);

    assertThat(read(faults.apply(bytes("a\nbc\nd\n")))).isEqualTo("a\nbc\nbc\nd\n");
  }

  @Test
  void silenceHidesTheEndUntilTheReaderGivesUp() throws Exception {
    BytePipe pipe = new BytePipe(4);
    InputStream in = Faults.none().silentFrom(1).apply(pipe.source());
    CompletableFuture<String> read = readInBackground(in);

    pipe.sink().write("much more than there is room for".getBytes(UTF_8));
    pipe.sink().close();
    assertThat(read).isNotDone();
    in.close();

    assertThatThrownBy(read::get).hasRootCauseMessage("the stream is closed");
  }

  @Test
  void delayedBytesArriveWhenTheClockSaysSo() throws Exception {
    BytePipe pipe = new BytePipe();
    InputStream in = Faults.none().delayAt(1, Duration.ofSeconds(5), clock).apply(pipe.source());
    CompletableFuture<String> read = readInBackground(in);
    pipe.sink().write("ab".getBytes(UTF_8));
    pipe.sink().close();

    clock.awaitWaiting(1);
    clock.advance(Duration.ofSeconds(4));
    assertThat(read).isNotDone();
    clock.advance(Duration.ofSeconds(1));

    assertThat(read.get()).isEqualTo("ab");
  }

  @Test
  void closedStreamIsNotDelayedAnyMore() throws Exception {
    InputStream in = Faults.none().delayAt(0, Duration.ofSeconds(5), clock).apply(bytes("a"));
    CompletableFuture<String> read = readInBackground(in);

    clock.awaitWaiting(1);
    in.close();

    assertThatThrownBy(read::get).hasRootCauseMessage("the stream is closed");
  }

  @Test
  void slowReaderLeavesTheRestToTheSender() throws Exception {
    BytePipe pipe = new BytePipe();
    InputStream in = Faults.none().slow(2, Duration.ofSeconds(1), clock).apply(pipe.source());
    pipe.sink().write("abcde".getBytes(UTF_8));
    pipe.sink().close();
    CompletableFuture<String> read = readInBackground(in);

    clock.awaitWaiting(1);
    assertThat(pipe.waiting()).isEqualTo(3);
    clock.advance(Duration.ofSeconds(1));
    clock.awaitWaiting(1);
    assertThat(read).isNotDone();
    clock.advance(Duration.ofSeconds(1));

    assertThat(read.get()).isEqualTo("abcde");
  }

  @Test
  void faultsSayWhatTheyAre() {
    assertThat(Faults.none().splitInto(3).cutAt(120).garbleAt(7, 2).repeatLine(1).silentFrom(9))
        .hasToString(
            "split into pieces of 3 bytes at most, cut at byte 120, bit 2 of byte 7 flipped,"
                + " line 1 repeated, silent from byte 9");
  }

  @Test
  void equalSeedsChooseEqualFaults() {
    FaultKind[] kinds = {
      FaultKind.CUT, FaultKind.SPLIT, FaultKind.REPEAT, FaultKind.GARBLE, FaultKind.SILENCE
    };
    Seeds.repeat(
        50,
        random -> {
          long seed = random.nextLong();
          assertThat(Faults.random(new Random(seed), 1_000, kinds))
              .hasToString(Faults.random(new Random(seed), 1_000, kinds).toString());
        });
  }

  @Test
  void whatNeedsAClockIsNotChosen() {
    assertThatThrownBy(() -> Faults.random(new Random(), 10, FaultKind.DELAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("DELAY needs a clock");
  }
}
