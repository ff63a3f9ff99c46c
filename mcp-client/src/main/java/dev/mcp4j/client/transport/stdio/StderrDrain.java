/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import dev.mcp4j.client.transport.StderrPolicy;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.NdjsonDecoder;
import dev.mcp4j.jsonrpc.framing.NdjsonSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Reads the standard error of a process to its end, in pieces and never in lines. */
final class StderrDrain implements Runnable {
  private static final int PIECE = 8 * 1024;
  private static final int MAX_LINE = 8 * 1024;

  private static final Logger log = LoggerFactory.getLogger(StderrDrain.class);
  private static final Logger lines = LoggerFactory.getLogger("dev.mcp4j.client.stderr");

  private final InputStream stderr;
  private final ByteRing tail;
  private final Sink sink;

  /** Takes each piece; the array is not reused before it returns. */
  private interface Sink {
    void accept(byte[] bytes, int length);

    default void end() {}
  }

  StderrDrain(InputStream stderr, ByteRing tail, StderrPolicy policy, String name) {
    this.stderr = stderr;
    this.tail = tail;
    this.sink = sink(policy, name);
  }

  @Override
  public void run() {
    byte[] piece = new byte[PIECE];
    try {
      int length;
      while ((length = stderr.read(piece)) >= 0) {
        tail.write(piece, length);
        sink.accept(piece, length);
      }
    } catch (IOException e) {
      log.debug("the standard error of the server was closed: {}", e.getMessage());
    }
    sink.end();
  }

  private static Sink sink(StderrPolicy policy, String name) {
    if (policy instanceof StderrPolicy.Log toLog) {
      return new LogSink(toLog.level(), name);
    }
    if (policy instanceof StderrPolicy.Consume consume) {
      return new ConsumerSink(consume);
    }
    return (bytes, length) -> {};
  }

  private static final class LogSink implements Sink {
    private final NdjsonDecoder decoder;

    LogSink(Level level, String name) {
      decoder =
          new NdjsonDecoder(
              MAX_LINE,
              new NdjsonSink() {
                @Override
                public void onLine(ByteSlice line) {
                  print(level, name, line, "");
                }

                @Override
                public void onTooLong(ByteSlice head) {
                  print(level, name, head, "…");
                }
              });
    }

    private static void print(Level level, String name, ByteSlice line, String end) {
      if (lines.isEnabledForLevel(level)) {
        lines.atLevel(level).log("{}: {}{}", name, line.toString(), end);
      }
    }

    @Override
    public void accept(byte[] bytes, int length) {
      decoder.feed(bytes, 0, length);
    }

    @Override
    public void end() {
      decoder.finish();
    }
  }

  private static final class ConsumerSink implements Sink {
    private StderrPolicy.@Nullable Consume policy;

    ConsumerSink(StderrPolicy.Consume policy) {
      this.policy = policy;
    }

    @Override
    public void accept(byte[] bytes, int length) {
      if (policy == null) {
        return;
      }
      try {
        policy.consumer().accept(Arrays.copyOf(bytes, length));
      } catch (RuntimeException e) {
        policy = null;
        log.warn("the consumer of the server's standard error failed and is not called again", e);
      }
    }
  }
}
