/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One end of a connection in the hands of a script: sends, waits, and fails with a transcript. */
final class PeerEnd {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  private final Side self;
  private final Side other;
  private final Wire wire;
  private final Inbox inbox = new Inbox();
  private final Transcript transcript = new Transcript();
  private volatile Duration patience = Duration.ofSeconds(10);

  PeerEnd(Side self, Wire wire) {
    this.self = self;
    this.other = self == Side.CLIENT ? Side.SERVER : Side.CLIENT;
    this.wire = wire;
  }

  void start() {
    wire.start(
        new Wire.Receiver() {
          @Override
          public void onMessage(byte[] message, @Nullable RequestId about) {
            transcript.message(other, message);
            inbox.add(Received.of(message, about));
          }

          @Override
          public void onNote(String what) {
            transcript.note(other, what);
          }

          @Override
          public void onEnd() {
            inbox.end();
          }
        });
  }

  Transcript transcript() {
    return transcript;
  }

  void patience(Duration patience) {
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must not be negative: " + patience);
    }
    this.patience = patience;
  }

  void send(JsonRpcMessage message, @Nullable RequestId about) {
    send(CODEC.encode(message), about);
  }

  void send(String text) {
    send(text.getBytes(UTF_8), null);
  }

  void note(String what) {
    transcript.note(self, what);
  }

  private void send(byte[] message, @Nullable RequestId about) {
    transcript.message(self, message);
    try {
      wire.send(message, about);
    } catch (IOException e) {
      throw failure("cannot send to the %s: %s".formatted(other, e.getMessage()));
    }
  }

  /** The next message of those that count, which has to be the one expected. */
  Received expect(
      String expected, Predicate<Received> counts, Predicate<Received> isTheOneExpected) {
    Received received = take(counts);
    if (received == null) {
      throw failure("expected %s, but %s".formatted(expected, silence()));
    }
    if (!isTheOneExpected.test(received)) {
      throw failure(
          "expected %s, but the %s sent %s".formatted(expected, other, received.describe()));
    }
    return received;
  }

  void expectEnd() {
    if (!awaitEnd()) {
      throw failure("expected the %s to close the connection, but it did not".formatted(other));
    }
    checkNothingIsLeft();
  }

  /** Says goodbye, waits for the other side to do the same, and lets nothing pass unexpected. */
  void close() {
    wire.finish();
    boolean unused = awaitEnd();
    wire.close();
    checkNothingIsLeft();
  }

  /** Ends the connection at once. */
  void abort() {
    wire.close();
  }

  void finish() {
    note("sends no more");
    wire.finish();
  }

  AssertionError failure(String message) {
    return new AssertionError("%s%n%ntranscript:%n%s".formatted(message, transcript));
  }

  private void checkNothingIsLeft() {
    List<Received> left = inbox.all();
    if (!left.isEmpty()) {
      throw failure(
          left.stream()
              .map(Received::describe)
              .collect(
                  Collectors.joining(
                      "\n  ", "nobody expected what the %s sent:\n  ".formatted(other), "")));
    }
  }

  private String silence() {
    return inbox.hasEnded()
        ? "the %s has closed the connection".formatted(other)
        : "the %s sent nothing for %d ms".formatted(other, patience.toMillis());
  }

  private @Nullable Received take(Predicate<Received> counts) {
    try {
      return inbox.take(counts, patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the script was interrupted", e);
    }
  }

  private boolean awaitEnd() {
    try {
      return inbox.awaitEnd(patience);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the script was interrupted", e);
    }
  }
}
