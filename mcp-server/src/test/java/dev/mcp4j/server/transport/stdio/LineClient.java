/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.stdio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.StdioOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A client at the other end of two pipes of the system, which hold some kilobytes each. */
final class LineClient implements AutoCloseable {
  static final String META =
      "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
          + "\"io.modelcontextprotocol/clientCapabilities\":{},\"progressToken\":1}";

  private static final int PATIENCE_SECONDS = 60;

  private final OutputStream toServer;
  private final BufferedReader fromServer;
  private final Thread serving;
  private final CompletableFuture<Void> served = new CompletableFuture<>();

  LineClient(McpServer server, StdioOptions options) throws IOException {
    Pipe requests = Pipe.open();
    Pipe responses = Pipe.open();
    toServer = Channels.newOutputStream(requests.sink());
    fromServer =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(responses.source()), UTF_8));
    InputStream in = Channels.newInputStream(requests.source());
    OutputStream out = Channels.newOutputStream(responses.sink());
    serving = new Thread(() -> serve(server, in, out, options), "serving");
    serving.setDaemon(true);
    serving.start();
  }

  private void serve(McpServer server, InputStream in, OutputStream out, StdioOptions options) {
    try (out) {
      server.serve(in, out, options, Caller.anonymous("test"));
      served.complete(null);
    } catch (Throwable t) {
      served.completeExceptionally(t);
    }
  }

  static String call(int id, String tool) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
        + tool
        + "\","
        + META
        + "}}";
  }

  static String listen(int id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":"
        + id
        + ",\"method\":\"subscriptions/listen\",\"params\":{"
        + META
        + ",\"notifications\":{\"toolsListChanged\":true}}}";
  }

  static String cancel(int id) {
    return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
        + id
        + "}}";
  }

  void send(String line) throws IOException {
    send((line + "\n").getBytes(UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    toServer.write(bytes);
  }

  /** The next line; empty at the end of the stream. */
  String receive() throws IOException {
    String line = fromServer.readLine();
    return line == null ? "" : line;
  }

  void endInput() throws IOException {
    toServer.close();
  }

  void stopReading() throws IOException {
    fromServer.close();
  }

  void interruptServer() {
    serving.interrupt();
  }

  /** Waits until the server has returned. */
  void awaitServed() throws InterruptedException, ExecutionException, TimeoutException {
    served.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Ends the input, and asserts that nothing more comes. */
  void assertNothingMore() throws Exception {
    endInput();
    assertThat(receive()).isEmpty();
    awaitServed();
  }

  @Override
  public void close() throws IOException {
    toServer.close();
    fromServer.close();
  }
}
