/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Connects a client to a server within a process. Messages travel as bytes through pipes of limited
 * capacity, so the framing and the codec of both sides are used, and a side that does not read
 * holds up the one that writes.
 *
 * <pre>{@code
 * try (McpClient client = InMemory.connect(server)) {
 *   String greeting = client.call("greet", Map.of("name", "Ada")).as(String.class);
 * }
 * }</pre>
 *
 * <p>Closing the client ends the connection: what the server still does for it is cancelled, and
 * its thread has ended, when {@code close} returns. The server stays as it is; it can have any
 * number of such connections. If the server ends a connection, the client's open calls fail.
 */
public final class InMemory {
  private InMemory() {}

  /**
   * Makes a client of a server. Short for {@code
   * McpClient.builder().transport(transport(server)).build()}.
   *
   * @param server the server, which stays open
   * @return the client, with every option at its default
   */
  public static McpClient connect(McpServer server) {
    return McpClient.builder().transport(transport(server)).build();
  }

  /**
   * Makes a transport to a server. Short for {@code builder(server).transport()}.
   *
   * @param server the server, which stays open
   * @return a transport for one client
   */
  public static ClientTransport transport(McpServer server) {
    return builder(server).transport();
  }

  /**
   * Starts a connection with options.
   *
   * @param server the server, which stays open
   * @return a new builder
   */
  public static Builder builder(McpServer server) {
    return new Builder(server);
  }

  /** Builds connections to one server. Not safe for use by several threads. */
  public static final class Builder {
    private final McpServer server;
    private Caller caller = Caller.anonymous("memory");
    private StdioOptions options = StdioOptions.builder().drain(Duration.ZERO).build();
    private int capacity = BytePipe.DEFAULT_CAPACITY;
    private UnaryOperator<InputStream> toServer = UnaryOperator.identity();
    private UnaryOperator<InputStream> toClient = UnaryOperator.identity();

    private Builder(McpServer server) {
      this.server = Objects.requireNonNull(server, "server");
    }

    /**
     * Sets whom the server takes the client for.
     *
     * @param caller an anonymous one unless set
     * @return this builder
     */
    public Builder caller(Caller caller) {
      this.caller = Objects.requireNonNull(caller, "caller");
      return this;
    }

    /**
     * Sets how the server serves the connection.
     *
     * @param options the defaults of a server on standard streams unless set, but for the drain
     *     time: it is zero, so that closing a client does not wait for handlers
     * @return this builder
     */
    public Builder options(StdioOptions options) {
      this.options = Objects.requireNonNull(options, "options");
      return this;
    }

    /**
     * Sets how many bytes are under way at most, in each direction.
     *
     * @param bytes at least 1; {@link BytePipe#DEFAULT_CAPACITY} unless set
     * @return this builder
     * @throws IllegalArgumentException if there would be room for less than one
     */
    public Builder capacity(int bytes) {
      if (bytes < 1) {
        throw new IllegalArgumentException("the capacity must be at least 1, was " + bytes);
      }
      capacity = bytes;
      return this;
    }

    /**
     * Sets what happens to the bytes for the server.
     *
     * @param filter wraps what the server reads from, once for each transport
     * @return this builder
     */
    public Builder toServer(UnaryOperator<InputStream> filter) {
      toServer = Objects.requireNonNull(filter, "filter");
      return this;
    }

    /**
     * Sets what happens to the bytes for the client.
     *
     * @param filter wraps what the client reads from, once for each transport
     * @return this builder
     */
    public Builder toClient(UnaryOperator<InputStream> filter) {
      toClient = Objects.requireNonNull(filter, "filter");
      return this;
    }

    /**
     * Makes a transport. The server begins to serve it when its client is built.
     *
     * @return a transport for one client
     */
    public ClientTransport transport() {
      BytePipe up = new BytePipe(capacity);
      BytePipe down = new BytePipe(capacity);
      return new MemoryTransport(
          ClientTransport.streams(toClient.apply(down.source()), up.sink(), "memory"),
          new ServerSide(server, toServer.apply(up.source()), down.sink(), options, caller),
          up,
          down,
          options.drain());
    }
  }
}
