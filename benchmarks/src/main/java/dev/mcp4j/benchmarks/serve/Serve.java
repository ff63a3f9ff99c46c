/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.benchmarks.serve;

import dev.mcp4j.netty.NettyHttpServer;
import dev.mcp4j.netty.NettyOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.List;

/**
 * Serves a tool {@code echo} at {@code /mcp}, and a hundred tools of which it is the first at
 * {@code /mcp100}, for clients of every revision, until it is ended: {@code serve PORT [--binding
 * jdk|netty] [--inline]}.
 */
public final class Serve {
  private static final String USAGE = "usage: serve PORT [--binding jdk|netty] [--inline]";

  private Serve() {}

  /**
   * Serves.
   *
   * @param args the port, the engine, and whether tools run on the thread that reads
   * @throws InterruptedException if the thread is interrupted while it serves
   */
  public static void main(String[] args) throws InterruptedException {
    String binding = "jdk";
    boolean inline = false;
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--inline")) {
        inline = true;
      } else if (args[i].equals("--binding") && i + 1 < args.length) {
        i++;
        binding = args[i];
      } else {
        usage();
      }
    }
    if (args.length == 0 || !List.of("jdk", "netty").contains(binding)) {
      usage();
    }
    serve(Integer.parseInt(args[0]), binding.equals("netty"), inline);
  }

  private static void usage() {
    System.err.println(USAGE);
    System.exit(2);
  }

  private static void serve(int port, boolean netty, boolean inline) throws InterruptedException {
    HttpOptions options = at(port, "/mcp");
    try (McpServer one = EchoServers.one(inline);
        McpServer hundred = EchoServers.hundred(inline);
        HttpServerHandle http =
            serve(one, options, netty, hundred.httpEndpoint(at(port, "/mcp100")))) {
      System.err.println("serving " + http.uri());
      http.awaitStop();
    }
  }

  private static HttpServerHandle serve(
      McpServer server, HttpOptions options, boolean netty, HttpEndpoint more) {
    if (!netty) {
      return server.serveHttp(options, List.of(more));
    }
    HttpEndpoint both = HttpEndpoint.of(List.of(server.httpEndpoint(options), more));
    return NettyHttpServer.serve(NettyOptions.builder(options).build(), both);
  }

  private static HttpOptions at(int port, String path) {
    return HttpOptions.builder(port).path(path).build();
  }
}
