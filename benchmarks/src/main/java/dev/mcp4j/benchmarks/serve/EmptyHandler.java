/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcp4j.server.core.ServerThreads;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The limit of the JDK's HTTP server: takes a request as a whole and answers with constant bytes,
 * on the threads an MCP server has.
 */
final class EmptyHandler {
  private static final byte[] ANSWER =
      ("{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{\"resultType\":\"complete\",\"content\":"
              + "[{\"type\":\"text\",\"text\":\"hello\"}],\"_meta\":{"
              + "\"io.modelcontextprotocol/serverInfo\":{\"name\":\"echo\",\"version\":\"1.0.0\"}}}}")
          .getBytes(StandardCharsets.UTF_8);

  private static final int OK = 200;
  private static final int BACKLOG = 1024;

  private EmptyHandler() {}

  /** Serves at every path until the process is ended. */
  static void serve(int port) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "10000");
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    server.setExecutor(ServerThreads.create().handlers());
    var unused = server.createContext("/", EmptyHandler::answer);
    server.start();
    System.err.println("serving http:/" + server.getAddress());
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (InputStream in = exchange.getRequestBody()) {
      var unused = in.readAllBytes();
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, ANSWER.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(ANSWER);
    }
  }
}
