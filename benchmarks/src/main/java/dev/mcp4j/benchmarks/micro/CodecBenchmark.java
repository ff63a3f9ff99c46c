/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading and binding a call, writing its result, and reading that. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@State(Scope.Benchmark)
public class CodecBenchmark {
  private final JsonRpcCodec codec = JsonRpcCodec.create(JsonLimits.DEFAULT);

  /** The size of the argument. */
  @Param({"small", "64k"})
  public String size = "small";

  private String text = "";
  private byte[] call = {};
  private byte[] answer = {};
  private CallToolResult result = CallToolResult.builder().build();

  /** Makes the messages. */
  @Setup
  public void prepare() {
    text = Messages.text(size);
    call = Messages.call(text);
    answer = Messages.answer(text);
    result = CallToolResult.builder().content(List.of(TextContent.of(text))).build();
  }

  /**
   * Ours.
   *
   * @return the message
   */
  @Benchmark
  public Inbound readCall() {
    return codec.decode(call, 0, call.length, PayloadTypes.CORE);
  }

  /**
   * The limit.
   *
   * @return the message
   */
  @Benchmark
  public Object readCallLimit() {
    return Streaming.readCall(call);
  }

  /**
   * The official SDK's.
   *
   * @return the message
   * @throws IOException never
   */
  @Benchmark
  public Object readCallOfficial() throws IOException {
    return Official.readCall(call);
  }

  /**
   * Ours.
   *
   * @return the text
   */
  @Benchmark
  public byte[] writeResult() {
    return codec.encode(
        new JsonRpcResult(RequestId.of(1), Payload.of(new Reply.Complete<>(result))));
  }

  /**
   * The limit.
   *
   * @return the text
   */
  @Benchmark
  public byte[] writeResultLimit() {
    return Streaming.writeAnswer(text);
  }

  /**
   * The official SDK's.
   *
   * @return the text
   * @throws IOException never
   */
  @Benchmark
  public byte[] writeResultOfficial() throws IOException {
    return Official.writeAnswer(text);
  }

  /**
   * Ours, as a client reads an answer.
   *
   * @return the reply
   */
  @Benchmark
  public Object readResult() {
    Inbound inbound = codec.decode(answer, 0, answer.length, PayloadTypes.NONE);
    JsonRpcResult read = (JsonRpcResult) ((Inbound.Single) inbound).message();
    return codec.readReply(read.result(), CallToolResult.class);
  }

  /**
   * The limit.
   *
   * @return the text of the answer
   */
  @Benchmark
  public Object readResultLimit() {
    return String.valueOf(Streaming.readAnswer(answer));
  }

  /**
   * The official SDK's.
   *
   * @return the result
   * @throws IOException never
   */
  @Benchmark
  public Object readResultOfficial() throws IOException {
    return Official.readAnswer(answer);
  }
}
