/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The official SDK's transport to a server that is not there, as {@link MemoryChannel} is ours. */
final class OfficialMemory implements McpClientTransport {
  private static final McpSchema.InitializeResult WELCOME =
      McpSchema.InitializeResult.builder(
              "2025-11-25",
              McpSchema.ServerCapabilities.builder().tools(false).build(),
              McpSchema.Implementation.builder("echo", "1.0.0").build())
          .build();

  private final McpSchema.CallToolResult result;
  private @Nullable Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>>
      receiver;

  OfficialMemory(String text) {
    result = McpSchema.CallToolResult.builder().addTextContent(text).isError(false).build();
  }

  @Override
  public Mono<Void> connect(
      Function<Mono<McpSchema.JSONRPCMessage>, Mono<McpSchema.JSONRPCMessage>> handler) {
    receiver = handler;
    return Mono.empty();
  }

  @Override
  public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
    return Mono.fromRunnable(() -> exchange(message));
  }

  private void exchange(McpSchema.JSONRPCMessage message) {
    try {
      byte[] sent = Official.JSON.writeValueAsBytes(message);
      if (sent.length > 0
          && message instanceof McpSchema.JSONRPCRequest request
          && receiver != null) {
        Object answer = request.method().equals("initialize") ? WELCOME : result;
        byte[] bytes =
            Official.JSON.writeValueAsBytes(McpSchema.JSONRPCResponse.result(request.id(), answer));
        var unused = receiver.apply(Mono.just(Official.message(bytes))).subscribe();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return Official.JSON.convertValue(data, type);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }
}
