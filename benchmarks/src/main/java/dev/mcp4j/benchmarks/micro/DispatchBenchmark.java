/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import dev.mcp4j.benchmarks.serve.EchoServers;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A call from the bytes of its body to the bytes of its answer, through everything but the HTTP
 * engine: checks of headers, binding, validation, handler, result.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class DispatchBenchmark {
  private final McpServer server = EchoServers.withTools(100, true);
  private final HttpEndpoint endpoint =
      server.httpEndpoint(HttpOptions.builder(8080).streamAfter(Duration.ofHours(1)).build());
  private final Official.Server official = new Official.Server();
  private final byte[] call = Messages.call("hello");

  /** Ends the server. */
  @TearDown
  public void close() {
    server.close();
  }

  /**
   * Ours.
   *
   * @return the answer
   * @throws IOException never
   */
  @Benchmark
  public byte[] call() throws IOException {
    MemoryCall exchange = new MemoryCall(call);
    endpoint.serve(exchange);
    return exchange.answer();
  }

  /**
   * The limit: what the answer needs is read, and the answer is written.
   *
   * @return the answer
   */
  @Benchmark
  public byte[] callLimit() {
    return Streaming.writeAnswer(Streaming.readCall(call).text());
  }

  /**
   * The official SDK's, without its servlet and without checks of headers.
   *
   * @return the answer
   * @throws IOException never
   */
  @Benchmark
  public byte[] callOfficial() throws IOException {
    return official.serve(call);
  }
}
