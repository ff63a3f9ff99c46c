/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.client.transport.StdioOptions;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server that clients can reach in one of several ways, so that one test can hold for all of
 * them. Safe for use by several threads.
 */
public final class ServedServer implements AutoCloseable {
  private final Supplier<ClientTransport> transports;
  private final Supplier<McpClientBuilder> clients;
  private final Runnable stop;
  private final @Nullable McpServer server;

  private ServedServer(
      @Nullable McpServer server,
      Supplier<ClientTransport> transports,
      Supplier<McpClientBuilder> clients,
      Runnable stop) {
    this.server = server;
    this.transports = transports;
    this.clients = clients;
    this.stop = stop;
  }

  /**
   * Makes a server and serves it.
   *
   * @param over how clients reach it
   * @param factory a class with a constructor without parameters, public or not, that makes the
   *     server; over stdio it is made anew in the process of each client
   * @return the served server
   * @throws IllegalArgumentException if the class cannot be instantiated
   */
  public static ServedServer start(Over over, Class<? extends Supplier<McpServer>> factory) {
    if (over == Over.STDIO) {
      StdioOptions options = StdioOptions.builder(ChildServer.command(factory)).build();
      return of(null, () -> ClientTransport.stdio(options), () -> {});
    }
    return start(over, ChildServer.make(factory));
  }

  /**
   * Serves a server of this process.
   *
   * @param over how clients reach it, but not over stdio
   * @param server the server, closed with what is returned
   * @return the served server
   * @throws IllegalArgumentException if the server would have to be in another process
   */
  public static ServedServer start(Over over, McpServer server) {
    Objects.requireNonNull(server, "server");
    return switch (over) {
      case IN_MEMORY -> of(server, () -> InMemory.transport(server), server::close);
      case HTTP -> {
        HttpServerHandle http = server.serveHttp(0);
        yield new ServedServer(
            server,
            () -> ClientTransport.http(HttpOptions.of(http.uri())),
            () -> McpClient.builder().http(http.uri()),
            () -> {
              http.close();
              server.close();
            });
      }
      case STDIO ->
          throw new IllegalArgumentException(
              "over stdio a server runs in a process of its own: give the class that makes it");
    };
  }

  /**
   * Takes a server that is served already, in a way of its own.
   *
   * @param server the server; null if it is in another process
   * @param transports makes a way to the server for each client
   * @param stop ends serving, and closes what has to be closed
   * @return the served server
   */
  public static ServedServer of(
      @Nullable McpServer server, Supplier<ClientTransport> transports, Runnable stop) {
    Objects.requireNonNull(transports, "transports");
    return new ServedServer(
        server,
        transports,
        () -> McpClient.builder().transport(transports.get()),
        Objects.requireNonNull(stop, "stop"));
  }

  /**
   * Returns the server.
   *
   * @return the server
   * @throws IllegalStateException if it is in another process
   */
  public McpServer server() {
    if (server == null) {
      throw new IllegalStateException("the server is in another process");
    }
    return server;
  }

  /**
   * Starts a client of the server, of which the revision can be chosen.
   *
   * @return a new builder with the way to the server chosen
   */
  public McpClientBuilder client() {
    return clients.get();
  }

  /**
   * Makes a way to the server. Over HTTP it is good for the newest revision only.
   *
   * @return a new transport for one client
   */
  public ClientTransport transport() {
    return transports.get();
  }

  /** Ends serving and closes the server. Clients are closed before, by whoever made them. */
  @Override
  public void close() {
    stop.run();
  }
}
