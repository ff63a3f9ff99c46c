/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.ResultMeta;
import dev.mcp4j.api.tool.ListToolsResult;
import dev.mcp4j.api.tool.Tool;
import dev.mcp4j.benchmarks.serve.EchoServers;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.schema.SchemaGenerator;
import dev.mcp4j.schema.UserTypes;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Writing the list of a hundred tools. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class ListBenchmark {
  private static final int COUNT = 100;

  private final JsonRpcCodec codec = JsonRpcCodec.create(JsonLimits.DEFAULT);
  private final JsonObject schema =
      new JsonObject(SchemaGenerator.of(UserTypes.standard()).inputSchema(EchoServers.Echo.class));
  private final List<Tool> tools =
      IntStream.range(0, COUNT)
          .mapToObj(
              i -> Tool.builder("echo" + i, schema).description("Says what it is told").build())
          .toList();
  private final ListToolsResult page = new ListToolsResult(tools, null, null, ResultMeta.EMPTY);
  private final McpSchema.ListToolsResult official =
      McpSchema.ListToolsResult.builder(
              IntStream.range(0, COUNT).mapToObj(i -> Official.tool("echo" + i)).toList())
          .build();

  /**
   * Ours, a page that was written before, as those of a server are.
   *
   * @return the text
   */
  @Benchmark
  public byte[] writeTools() {
    return write(page);
  }

  /**
   * Ours, a page that was not.
   *
   * @return the text
   */
  @Benchmark
  public byte[] writeNewTools() {
    return write(new ListToolsResult(new ArrayList<>(tools), null, null, ResultMeta.EMPTY));
  }

  private byte[] write(ListToolsResult result) {
    return codec.encode(
        new JsonRpcResult(RequestId.of(1), Payload.of(new Reply.Complete<>(result))));
  }

  /**
   * The limit.
   *
   * @return the text
   */
  @Benchmark
  public byte[] writeToolsLimit() {
    return Streaming.writeTools(COUNT);
  }

  /**
   * The official SDK's.
   *
   * @return the text
   * @throws IOException never
   */
  @Benchmark
  public byte[] writeToolsOfficial() throws IOException {
    return Official.JSON.writeValueAsBytes(McpSchema.JSONRPCResponse.result(1, official));
  }
}
