/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.micro;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerHandler;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The pieces of the official Java SDK, used as its transports use them. */
final class Official {
  static final McpJsonMapper JSON = new JacksonMcpJsonMapper(JsonMapper.shared());
  static final Map<String, Object> SCHEMA =
      Map.of(
          "type",
          "object",
          "properties",
          Map.of("text", Map.of("type", "string", "description", "what to say")),
          "required",
          List.of("text"));

  private Official() {}

  static McpSchema.CallToolRequest readCall(byte[] bytes) throws IOException {
    return JSON.convertValue(request(bytes).params(), McpSchema.CallToolRequest.class);
  }

  private static McpSchema.JSONRPCRequest request(byte[] bytes) throws IOException {
    return (McpSchema.JSONRPCRequest) message(bytes);
  }

  static McpSchema.JSONRPCMessage message(byte[] bytes) throws IOException {
    return McpSchema.deserializeJsonRpcMessage(JSON, new String(bytes, UTF_8));
  }

  static McpSchema.CallToolResult readAnswer(byte[] bytes) throws IOException {
    McpSchema.JSONRPCResponse response = (McpSchema.JSONRPCResponse) message(bytes);
    return JSON.convertValue(response.result(), McpSchema.CallToolResult.class);
  }

  static byte[] writeAnswer(String text) throws IOException {
    return JSON.writeValueAsBytes(McpSchema.JSONRPCResponse.result(1, answer(text)));
  }

  private static McpSchema.CallToolResult answer(String text) {
    return McpSchema.CallToolResult.builder().addTextContent(text).isError(false).build();
  }

  static McpSchema.Tool tool(String name) {
    return McpSchema.Tool.builder(name, SCHEMA).description("Says what it is told").build();
  }

  /** A server without a transport around it. */
  static final class Server implements McpStatelessServerTransport {
    private @Nullable McpStatelessServerHandler handler;

    Server() {
      var unused =
          McpServer.sync(this)
              .serverInfo("echo", "1.0.0")
              .capabilities(McpSchema.ServerCapabilities.builder().tools(false).build())
              .immediateExecution(true)
              .tools(
                  McpStatelessServerFeatures.SyncToolSpecification.builder()
                      .tool(tool("echo"))
                      .callHandler(
                          (context, request) ->
                              answer(String.valueOf(request.arguments().get("text"))))
                      .build())
              .build();
    }

    @Override
    public void setMcpHandler(McpStatelessServerHandler handler) {
      this.handler = handler;
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }

    byte[] serve(byte[] bytes) throws IOException {
      Mono<McpSchema.JSONRPCResponse> response =
          Objects.requireNonNull(handler).handleRequest(McpTransportContext.EMPTY, request(bytes));
      return JSON.writeValueAsBytes(Objects.requireNonNull(response.block()));
    }
  }
}
