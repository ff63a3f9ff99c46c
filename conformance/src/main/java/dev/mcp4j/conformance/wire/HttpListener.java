/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.wire;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Listens on a port of this machine, and reads each connection on a thread of its own. */
public final class HttpListener implements Closeable {
  private final ServerSocket socket;
  private final Recorder recorder;
  private final Consumer<AcceptedConnection> handler;
  private final Set<AcceptedConnection> open = ConcurrentHashMap.newKeySet();

  /**
   * Begins to listen.
   *
   * @param recorder what keeps the bytes
   * @param handler serves a connection until it returns; called on a thread for each
   */
  public HttpListener(Recorder recorder, Consumer<AcceptedConnection> handler) {
    this(0, recorder, handler);
  }

  /**
   * Begins to listen on a certain port.
   *
   * @param port the port; 0 for a free one
   * @param recorder what keeps the bytes
   * @param handler serves a connection until it returns; called on a thread for each
   * @throws UncheckedIOException if the port is not to be had
   */
  public HttpListener(int port, Recorder recorder, Consumer<AcceptedConnection> handler) {
    this.recorder = recorder;
    this.handler = handler;
    try {
      this.socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  /**
   * Returns the port.
   *
   * @return the port it listens on
   */
  public int port() {
    return socket.getLocalPort();
  }

  /** Stops listening and closes all connections. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      recorder.note(0, "closing failed: " + e.getMessage());
    }
    open.forEach(AcceptedConnection::close);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        client.setTcpNoDelay(true);
        AcceptedConnection connection = new AcceptedConnection(client, recorder);
        open.add(connection);
        daemon(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(AcceptedConnection connection) {
    try {
      handler.accept(connection);
    } finally {
      open.remove(connection);
      connection.close();
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "scripted-server");
    thread.setDaemon(true);
    thread.start();
  }
}
