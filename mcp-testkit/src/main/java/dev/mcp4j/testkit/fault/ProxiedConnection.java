/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Two sockets, and a thread for each direction between them. */
final class ProxiedConnection {
  private static final int CHUNK = 16 << 10;

  private final Socket client;
  private final Socket server;
  private final InputStream fromClient;
  private final InputStream fromServer;
  private final AtomicInteger ended = new AtomicInteger();
  private final boolean repeatRequests;
  private final ByteArrayOutputStream request = new ByteArrayOutputStream();
  private final Set<Socket> repetitions = ConcurrentHashMap.newKeySet();
  private boolean answering;

  ProxiedConnection(
      Socket client, Socket server, Faults toServer, Faults toClient, boolean repeatRequests)
      throws IOException {
    this.client = client;
    this.server = server;
    this.fromClient = toServer.apply(client.getInputStream());
    this.fromServer = toClient.apply(server.getInputStream());
    this.repeatRequests = repeatRequests;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  void start() {
    pump("to-server", fromClient, server);
    pump("to-client", fromServer, client);
  }

  /** Resets whatever is open. Idempotent. */
  void close() {
    reset(client);
    reset(server);
    close(fromClient);
    close(fromServer);
    repetitions.forEach(ProxiedConnection::reset);
  }

  private void pump(String direction, InputStream from, Socket to) {
    Thread thread =
        new Thread(
            () -> {
              try {
                copy(from, to.getOutputStream());
                to.shutdownOutput();
                if (ended.incrementAndGet() == 2) {
                  close();
                }
              } catch (IOException e) {
                close();
              }
            },
            "mcp4j-faulty-proxy-" + direction);
    thread.setDaemon(true);
    thread.start();
  }

  private void copy(InputStream in, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int count; (count = in.read(chunk)) >= 0; ) {
      if (repeatRequests) {
        follow(chunk, count, in == fromClient);
      }
      out.write(chunk, 0, count);
      out.flush();
    }
  }

  /** Tells requests apart by the direction of the bytes, since nobody asks before an answer. */
  private synchronized void follow(byte[] chunk, int count, boolean isRequest) throws IOException {
    if (isRequest) {
      if (answering) {
        request.reset();
        answering = false;
      }
      request.write(chunk, 0, count);
    } else if (!answering) {
      answering = true;
      repeat(request.toByteArray());
    }
  }

  private void repeat(byte[] bytes) throws IOException {
    Socket socket = new Socket(server.getInetAddress(), server.getPort());
    repetitions.add(socket);
    socket.getOutputStream().write(bytes);
    Thread thread =
        new Thread(
            () -> {
              try (socket) {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // Nobody waits for this answer.
              } finally {
                repetitions.remove(socket);
              }
            },
            "mcp4j-faulty-proxy-repeat");
    thread.setDaemon(true);
    thread.start();
  }

  private static void close(InputStream stream) {
    try {
      stream.close();
    } catch (IOException e) {
      // Closed already.
    }
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // Closed already.
    }
  }
}
