/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

/** Serves one client over a pair of byte streams, one message a line. */
public final class StreamPair {
  // @start region="socket"
  static void serve(McpServer server, Socket socket, String user)
      throws IOException, InterruptedException {
    Caller caller = new Caller(user, Set.of(), "socket");
    StdioOptions options = StdioOptions.builder().drain(Duration.ofSeconds(3)).build();
    try (socket) {
      server.serve(socket.getInputStream(), socket.getOutputStream(), options, caller);
    }
  }

  // @end region="socket"

  public static void main(String[] args) throws IOException, InterruptedException {
    InetAddress here = InetAddress.getLoopbackAddress();
    try (McpServer server = HelloServer.create();
        ServerSocket listener = new ServerSocket(0, 1, here);
        Socket client = new Socket(here, listener.getLocalPort())) {
      // @start region="client"
      String request =
          """
          {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {\
            "name": "greet",\
            "arguments": {"name": "Ada"},\
            "_meta": {\
              "io.modelcontextprotocol/protocolVersion": "2026-07-28",\
              "io.modelcontextprotocol/clientInfo": {"name": "by-hand", "version": "1.0.0"},\
              "io.modelcontextprotocol/clientCapabilities": {}}}}
          """;
      client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      client.shutdownOutput();
      // @end region="client"
      serve(server, listener.accept(), "ada");
      byte[] replies = client.getInputStream().readAllBytes();
      System.out.println(new String(replies, StandardCharsets.UTF_8).strip());
    }
  }
}
