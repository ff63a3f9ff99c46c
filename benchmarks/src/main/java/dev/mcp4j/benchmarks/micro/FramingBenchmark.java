/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.NdjsonDecoder;
import dev.mcp4j.jsonrpc.framing.NdjsonEncoder;
import dev.mcp4j.jsonrpc.framing.NdjsonSink;
import dev.mcp4j.jsonrpc.framing.SseDecoder;
import dev.mcp4j.jsonrpc.framing.SseEncoder;
import dev.mcp4j.jsonrpc.framing.SseEvent;
import dev.mcp4j.jsonrpc.framing.SseSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Events and lines around one small message. The limit is a copy of the bytes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class FramingBenchmark {
  private final byte[] message = Messages.answer("hello");
  private final byte[] event = SseEncoder.encode(message);
  private final byte[] line = NdjsonEncoder.encode(message);
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
  private long seen;

  private final SseDecoder events =
      new SseDecoder(
          new SseSink() {
            @Override
            public void onEvent(SseEvent received) {
              seen += received.data().length();
            }

            @Override
            public void onTooLong() {}
          });
  private final NdjsonDecoder lines =
      new NdjsonDecoder(
          new NdjsonSink() {
            @Override
            public void onLine(ByteSlice received) {
              seen += received.length();
            }

            @Override
            public void onTooLong(ByteSlice head) {}
          });

  /**
   * The limit of all.
   *
   * @return a copy
   */
  @Benchmark
  public byte[] copyLimit() {
    return Arrays.copyOf(message, message.length);
  }

  /**
   * Ours.
   *
   * @return the event
   */
  @Benchmark
  public byte[] encodeEvent() {
    return SseEncoder.encode(message);
  }

  /**
   * Ours.
   *
   * @return how much was seen
   */
  @Benchmark
  public long decodeEvent() {
    events.feed(event, 0, event.length);
    return seen;
  }

  /**
   * Ours.
   *
   * @return how much was written
   * @throws IOException never
   */
  @Benchmark
  public int encodeLine() throws IOException {
    out.reset();
    NdjsonEncoder.write(message, out);
    return out.size();
  }

  /**
   * Ours.
   *
   * @return how much was seen
   */
  @Benchmark
  public long decodeLine() {
    lines.feed(line, 0, line.length);
    return seen;
  }
}
