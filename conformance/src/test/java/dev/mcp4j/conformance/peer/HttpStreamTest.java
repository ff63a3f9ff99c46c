/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpStreamTest {
  @Test
  void streamWhoseLengthIsAnnouncedIsOverThoughItsConnectionStaysOpen() throws Exception {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String event = "data: {\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n\n";
      Thread answering = new Thread(() -> answer(listener, event), "answering");
      answering.start();
      URI uri = URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/mcp");
      Reply reply;
      try (HttpServer server =
          new HttpServer(uri, List.of(), Duration.ofSeconds(10), new Recorder())) {
        reply = server.send(Ask.modern("2026-07-28", "tools/list", Json.NODES.numberNode(1)));
      }
      assertThat(reply.isStream()).isTrue();
      assertThat(reply.response()).isPresent();
      assertThat(reply.ending()).isEqualTo(Reply.Ending.COMPLETE);
      answering.join();
    }
  }

  /** Answers once, and keeps the connection until the client closes it. */
  private static void answer(ServerSocket listener, String event) {
    try (Socket socket = listener.accept()) {
      socket.getInputStream().read();
      String head =
          "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
              + event.getBytes(UTF_8).length
              + "\r\n\r\n";
      socket.getOutputStream().write((head + event).getBytes(UTF_8));
      socket.getOutputStream().flush();
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
