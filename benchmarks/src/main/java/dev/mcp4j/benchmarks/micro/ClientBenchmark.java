/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.transport.ChannelTransport;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A call of a client from its arguments to the text of its answer, which is there at once. Each
 * part writes and reads the bytes of its own revision.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class ClientBenchmark {
  private static final Map<String, Object> ARGUMENTS = Map.of("text", "hello");

  private final byte[] answer = Messages.answer("hello");
  private final McpClient client =
      McpClient.builder()
          .protocolVersion(ProtocolVersion.V2026_07_28)
          .transport(
              new ChannelTransport(
                  new MemoryChannel("hello"), JsonRpcCodec.create(JsonLimits.DEFAULT)))
          .build();
  private final McpSyncClient official =
      io.modelcontextprotocol.client.McpClient.sync(new OfficialMemory("hello")).build();
  private final McpSchema.CallToolRequest request =
      McpSchema.CallToolRequest.builder("echo").arguments(ARGUMENTS).build();

  /** Shakes hands, where that is needed. */
  @Setup
  public void prepare() {
    var unused = official.initialize();
  }

  /** Ends the clients. */
  @TearDown
  public void close() {
    client.close();
    official.close();
  }

  /**
   * Ours.
   *
   * @return the text
   */
  @Benchmark
  public String call() {
    return client.call("echo", ARGUMENTS).as(String.class);
  }

  /**
   * The limit: the request is written, and the text of the answer read.
   *
   * @return the text
   */
  @Benchmark
  public String callLimit() {
    byte[] written = Streaming.writeCall("hello");
    return written.length + String.valueOf(Streaming.readAnswer(answer));
  }

  /**
   * The official SDK's. The server that is not there costs a little more: it writes each answer.
   *
   * @return the result
   */
  @Benchmark
  public Object callOfficial() {
    return official.callTool(request);
  }
}
