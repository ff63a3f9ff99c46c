/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is not possible says why, in words about the server and not about this program. */
class TroubleTest {
  @Test
  void pageInPlaceOfAnAnswerIsNamed() throws IOException {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          byte[] page = "<!doctype html>".getBytes(UTF_8);
          exchange.getRequestBody().readAllBytes();
          exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
          exchange.sendResponseHeaders(404, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    web.start();
    try {
      String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/mcp";
      assertThat(trouble("server", "--url", url))
          .contains("does not answer requests of revision 2026-07-28")
          .contains("to server/discover: status 404, no JSON-RPC response, but text/html");
    } finally {
      web.stop(0);
    }
  }

  @Test
  void serverWithoutTlsIsNamed() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread plain = new Thread(() -> answerInClear(socket), "plain");
      plain.start();
      String url = "https://127.0.0.1:" + socket.getLocalPort() + "/mcp";
      assertThat(trouble("server", "--url", url))
          .startsWith("cannot connect to " + url + ": TLS: ");
      plain.join();
    }
  }

  private static void answerInClear(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void serverThatHangsIsNamed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "127.0.0.1:" + socket.getLocalPort() + "/mcp";
      assertThat(trouble("server", "--timeout", "1", "--url", "http://" + address))
          .contains("to server/discover: no response in time");
      assertThat(trouble("server", "--timeout", "1", "--url", "https://" + address))
          .contains("no answer in time");
    }
  }

  @Test
  void portWhereNobodyListensIsNamed() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(trouble("server", "--url", "http://127.0.0.1:" + port + "/mcp"))
        .startsWith("cannot connect to http://127.0.0.1:" + port + "/mcp: ")
        .contains("refused");
  }

  @Test
  void hostThatIsNotKnownIsNamed() {
    assertThat(trouble("server", "--url", "http://no-such-host.invalid/mcp"))
        .contains("the host is not known");
  }

  @Test
  void revisionThatTheServerSpeaksIsNamed() {
    String greeting =
        "{\"jsonrpc\":\"2.0\",\"id\":\"probe initialize\",\"result\":"
            + "{\"protocolVersion\":\"2025-06-18\"}}";
    String server =
        "while read -r line; do case $line in *probe?initialize*) echo '"
            + greeting
            + "';; esac; done";
    assertThat(trouble("server", "--timeout", "1", "--command", server))
        .contains("to initialize: it speaks revision 2025-06-18");
  }

  @Test
  void commandMayBeMoreThanOneProgram() {
    assertThat(
            trouble(
                "server", "--timeout", "1", "--command", "cd / && echo where: $PWD >&2; exit 3"))
        .contains("its standard error: where: /")
        .contains("the process ended its output");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080/mcp", "ftp://localhost/mcp", "http:///mcp", "http://a b"})
  void addressThatCannotBeIsRefusedInOneSentence(String url) {
    assertThat(trouble("server", "--url", url))
        .contains("'" + url + "' is not an http or https URL with a host")
        .doesNotContain("java.");
  }

  @Test
  void revisionThatIsNotThereIsToldThoseThatAre() {
    for (String command : new String[] {"server --url http://127.0.0.1:1/mcp", "requirements"}) {
      assertThat(trouble((command + " --revision 1999-01-01").split(" ")))
          .isEqualToIgnoringNewLines(
              "there is no revision 1999-01-01 here; there are 2026-07-28, 2025-11-25");
    }
  }

  @Test
  void fileThatIsNotThereIsNamed() {
    assertThat(trouble("server", "--url", "http://127.0.0.1:1/mcp", "--baseline", "no/such.txt"))
        .isEqualToIgnoringNewLines("no/such.txt: there is no such file or folder");
  }

  @Test
  void wrongOptionDoesNotPrintTheWholeManual() {
    assertThat(trouble("server", "--url", "http://127.0.0.1:1/mcp", "--tires", "3"))
        .contains("--tires")
        .contains("mcp4j-conformance server --help")
        .hasLineCount(3);
  }

  private static String trouble(String... args) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, UTF_8)) {
      System.setErr(captured);
      assertThat(Main.run(args)).isEqualTo(2);
      return bytes.toString(UTF_8);
    } finally {
      System.setErr(before);
    }
  }
}
