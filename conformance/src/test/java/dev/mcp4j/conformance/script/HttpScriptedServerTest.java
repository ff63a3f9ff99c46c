/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpScriptedServerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Script script = new Script();
  private final HttpScriptedServer server = new HttpScriptedServer(script, new Recorder());

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void bodyMayBeChunked() throws IOException {
    String reply = exchange("Transfer-Encoding: chunked", "5\r\n{\"id\"\r\n4\r\n:7} \r\n0\r\n\r\n");
    assertThat(reply).startsWith("HTTP/1.1 404 ").contains("\"id\":7").contains("-32601");
    assertThat(server.inbox().all().get(0).id().intValue()).isEqualTo(7);
  }

  @Test
  void streamHoldsNotificationsAndThenTheResponse() throws IOException {
    script.on("x", asked -> Script.text("t").after(Script.notification("n", Json.object())));
    String body = "{\"id\":1,\"method\":\"x\"}";
    String reply = exchange("Content-Length: " + body.length(), body);
    assertThat(reply).contains("Content-Type: text/event-stream").contains("\"method\":\"n\"");
    assertThat(reply.indexOf("\"method\":\"n\"")).isLessThan(reply.indexOf("\"result\""));
  }

  @Test
  void otherVerbsAreRefused() throws IOException {
    try (Socket socket = connect()) {
      write(socket, "GET /mcp HTTP/1.1\r\nHost: x\r\n\r\n");
      socket.shutdownOutput();
      assertThat(text(socket.getInputStream())).startsWith("HTTP/1.1 405 ");
    }
  }

  @Test
  void messageThatBreaksOffIsNone() throws IOException {
    assertThat(exchange("Content-Length: 50", "{\"id\":1,")).isEmpty();
    assertThat(server.inbox().all()).isEmpty();
  }

  @Test
  void clientThatClosesItsConnectionIsNoticed() throws IOException {
    script.on("x", asked -> Answer.LATER);
    String body = "{\"id\":1,\"method\":\"x\"}";
    try (Socket socket = connect()) {
      write(socket, "POST /mcp HTTP/1.1\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
      assertThat(server.inbox().await(asked -> asked.is("x"), PATIENCE)).isPresent();
    }
    assertThat(server.inbox().all().get(0).awaitGone(PATIENCE)).isTrue();
  }

  @Test
  void whatTheGateAnswersDoesNotReachTheServer() throws IOException {
    Gate gate =
        request ->
            request.header("Pass").isPresent()
                ? Optional.empty()
                : Optional.of(HttpReply.empty(401).header("WWW-Authenticate", "Bearer"));
    try (HttpScriptedServer guarded = new HttpScriptedServer(script, new Recorder(), "/a/b", gate);
        Socket socket =
            new Socket(
                java.net.InetAddress.getLoopbackAddress(),
                URI.create(guarded.target().path("http").stringValue("")).getPort())) {
      String body = "{\"id\":1,\"method\":\"ping\"}";
      String length = "Content-Length: " + body.length() + "\r\n";
      write(socket, "POST /a/b HTTP/1.1\r\n" + length + "\r\n" + body);
      write(socket, "POST /a/b HTTP/1.1\r\nPass: 1\r\n" + length + "\r\n" + body);
      socket.shutdownOutput();
      String replies = text(socket.getInputStream());
      assertThat(replies).startsWith("HTTP/1.1 401 ").contains("WWW-Authenticate: Bearer");
      assertThat(replies).contains("HTTP/1.1 404 ");
      assertThat(guarded.inbox().all()).hasSize(1);
      assertThat(guarded.target().path("http").stringValue("")).endsWith("/a/b");
    }
  }

  private String exchange(String header, String body) throws IOException {
    try (Socket socket = connect()) {
      write(socket, "POST /mcp HTTP/1.1\r\nHost: x\r\n" + header + "\r\n\r\n" + body);
      socket.shutdownOutput();
      return text(socket.getInputStream());
    }
  }

  private Socket connect() throws IOException {
    URI uri = URI.create(server.target().path("http").stringValue(""));
    return new Socket(java.net.InetAddress.getLoopbackAddress(), uri.getPort());
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
