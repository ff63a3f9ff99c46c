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
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * Serves a tool {@code echo} at {@code /mcp}, a hundred tools of which it is the first at {@code
 * /mcp100}, one that reports progress at {@code /progress}, one that becomes a task at {@code
 * /tasks}, and one that changes the list of tools at {@code /changing}, for clients of every
 * revision, until it is ended.
 */
public final class Serve {
  private static final String USAGE =
      "usage: serve PORT [--binding jdk|netty|empty] [--inline] [--tools N]\n"
          + "       serve --stdio [--inline] [--tools N]";
  private static final int HUNDRED = 100;

  /** As many idle streams, and as many tasks, as the measurements open, and more. */
  private static final int MOST = 20_000;

  private int port = -1;
  private String binding = "jdk";
  private boolean stdio;
  private boolean inline;
  private int tools = 1;

  private Serve() {}

  /**
   * Serves.
   *
   * @param args the port or {@code --stdio}; the engine; whether tools run on the thread that
   *     reads; how many tools there are at {@code /mcp}
   * @throws Exception if the port is taken, or the thread is interrupted while it serves
   */
  public static void main(String[] args) throws Exception {
    Serve serve = new Serve();
    try {
      serve.read(new ArrayDeque<>(List.of(args)));
    } catch (IllegalArgumentException e) {
      System.err.println(USAGE);
      System.exit(2);
    }
    serve.run();
  }

  private void read(Queue<String> args) {
    while (!args.isEmpty()) {
      String arg = args.remove();
      switch (arg) {
        case "--stdio" -> stdio = true;
        case "--inline" -> inline = true;
        case "--binding" -> binding = valueOf(args);
        case "--tools" -> tools = Integer.parseInt(valueOf(args));
        default -> port = Integer.parseInt(arg);
      }
    }
    if (stdio == (port >= 0) || !List.of("jdk", "netty", "empty").contains(binding)) {
      throw new IllegalArgumentException("a port or --stdio, and a binding that is known");
    }
  }

  private static String valueOf(Queue<String> args) {
    String value = args.poll();
    if (value == null) {
      throw new IllegalArgumentException("a value is missing");
    }
    return value;
  }

  private void run() throws InterruptedException, IOException {
    if (binding.equals("empty")) {
      EmptyHandler.serve(port);
    } else if (stdio) {
      try (McpServer server = EchoServers.withTools(tools, inline)) {
        server.serveStdio();
      }
    } else {
      serveHttp();
    }
  }

  private void serveHttp() throws InterruptedException {
    try (McpServer some = EchoServers.withTools(tools, inline);
        McpServer hundred = EchoServers.withTools(HUNDRED, inline);
        McpServer progress = EchoServers.withProgress();
        McpServer tasks = EchoServers.withTasks(MOST);
        McpServer changing = EchoServers.withChanges();
        HttpServerHandle http =
            serve(
                some,
                at("/mcp"),
                List.of(
                    hundred.httpEndpoint(at("/mcp100")),
                    progress.httpEndpoint(at("/progress")),
                    tasks.httpEndpoint(at("/tasks")),
                    changing.httpEndpoint(at("/changing"))))) {
      System.err.println("serving " + http.uri());
      http.awaitStop();
    }
  }

  private HttpServerHandle serve(McpServer server, HttpOptions options, List<HttpEndpoint> more) {
    if (binding.equals("jdk")) {
      return server.serveHttp(options, more);
    }
    List<HttpEndpoint> all = new ArrayList<>(List.of(server.httpEndpoint(options)));
    all.addAll(more);
    return NettyHttpServer.serve(NettyOptions.builder(options).build(), HttpEndpoint.of(all));
  }

  private HttpOptions at(String path) {
    return HttpOptions.builder(port).path(path).maxListens(MOST).build();
  }
}
