/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Stands between a client and a server that speak over TCP, HTTP above all, and lets things go
 * wrong. Listens on a free port of this machine. Safe for use by several threads.
 *
 * <pre>{@code
 * FaultyProxy proxy = FaultyProxy.to(http.uri()).toClient(() -> Faults.none().cutAt(200)).start();
 * McpClient client = McpClient.connect(proxy.uri());
 * }</pre>
 *
 * <p>A connection that is cut is reset, in both directions. Positions count the bytes of one TCP
 * connection, which an HTTP client uses for several requests.
 */
public final class FaultyProxy implements AutoCloseable {
  private final URI target;
  private final Builder options;
  private final ServerSocket listener;
  private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  private FaultyProxy(Builder options) throws IOException {
    this.target = options.target;
    this.options = options;
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /**
   * Starts a proxy.
   *
   * @param target the server, by an HTTP URI with a port
   * @return a new builder
   * @throws IllegalArgumentException if the URI has no host or port
   */
  public static Builder to(URI target) {
    return new Builder(target);
  }

  /**
   * Returns where clients find the server, faults included.
   *
   * @return the URI of the server, with another port
   */
  public URI uri() {
    try {
      return new URI(
          target.getScheme(),
          null,
          target.getHost(),
          listener.getLocalPort(),
          target.getPath(),
          target.getQuery(),
          null);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends every connection and listens no more. Idempotent. */
  @Override
  public void close() {
    closed = true;
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.forEach(ProxiedConnection::close);
  }

  private void accept() {
    while (!closed) {
      try {
        Socket client = listener.accept();
        ProxiedConnection connection =
            new ProxiedConnection(
                client,
                new Socket(target.getHost(), target.getPort()),
                options.toServer.get(),
                options.toClient.get(),
                options.repeatRequests);
        connections.add(connection);
        if (closed) {
          connection.close();
        }
        connection.start();
      } catch (IOException e) {
        // Closed, or the server cannot be reached, which the client notices by itself.
      }
    }
  }

  /** Builds a {@link FaultyProxy}. Not safe for use by several threads. */
  public static final class Builder {
    private final URI target;
    private Supplier<Faults> toServer = Faults::none;
    private Supplier<Faults> toClient = Faults::none;
    private boolean repeatRequests;

    private Builder(URI target) {
      if (target.getHost() == null || target.getPort() < 0) {
        throw new IllegalArgumentException("expected a URI with host and port, was " + target);
      }
      this.target = target;
    }

    /**
     * Sets what goes wrong on the way to the server.
     *
     * @param faults asked once for each connection
     * @return this builder
     */
    public Builder toServer(Supplier<Faults> faults) {
      toServer = Objects.requireNonNull(faults, "faults");
      return this;
    }

    /**
     * Sets what goes wrong on the way to the client.
     *
     * @param faults asked once for each connection
     * @return this builder
     */
    public Builder toClient(Supplier<Faults> faults) {
      toClient = Objects.requireNonNull(faults, "faults");
      return this;
    }

    /**
     * Sends each request to the server a second time, on a connection of its own, as soon as the
     * answer to the first begins, and drops the second answer: what a proxy does that tries again.
     *
     * @return this builder
     */
    public Builder repeatRequests() {
      repeatRequests = true;
      return this;
    }

    /**
     * Begins to listen.
     *
     * @return the running proxy
     * @throws UncheckedIOException if there is no port to listen at
     */
    public FaultyProxy start() {
      try {
        FaultyProxy proxy = new FaultyProxy(this);
        Thread thread = new Thread(proxy::accept, "mcp4j-faulty-proxy");
        thread.setDaemon(true);
        thread.start();
        return proxy;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
