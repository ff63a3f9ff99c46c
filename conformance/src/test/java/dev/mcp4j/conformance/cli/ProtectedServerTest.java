/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.conformance.contract.ProtectedContract;
import dev.mcp4j.conformance.token.Issuer;
import dev.mcp4j.conformance.token.Mint;
import dev.mcp4j.conformance.token.Tokens;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The command line with a server that demands tokens. */
class ProtectedServerTest {
  private static final Set<String> SCOPES =
      Set.of("conformance.use", "conformance.read", "conformance.write");

  private final McpServer server = ProtectedContract.create();
  private HttpServerHandle http;

  @AfterEach
  void stop() {
    if (http != null) {
      http.close();
    }
    server.close();
  }

  private String serve(String issuer) {
    http = server.serveHttp(ProtectedContract.options(0, issuer));
    return "http://localhost:" + http.uri().getPort() + "/mcp";
  }

  /** The suite listens where the server expects the issuer, so the port is chosen beforehand. */
  private static String freeIssuer() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://localhost:" + socket.getLocalPort();
    }
  }

  @Test
  void suiteIssuesTheTokens() throws IOException {
    String issuer = freeIssuer();
    Output output =
        run(serve(issuer), "--authorization", issuer, "--only", "auth.", "--tries", "3");

    assertThat(output.text()).contains("0 MUST and 0 SHOULD violated").contains("\nprotected; ");
    assertThat(output.exit()).isZero();
  }

  @Test
  void suiteComesAgainWithOtherKeys() throws IOException {
    String issuer = freeIssuer();
    String url = serve(issuer);
    for (int i = 0; i < 2; i++) {
      Output output = run(url, "--authorization", issuer, "--only", "Version.discovery");
      assertThat(output.exit()).as(output.text()).isZero();
    }
  }

  @Test
  void userGivesTheTokens() {
    try (Issuer issuer = Issuer.start(URI.create("http://localhost:0"))) {
      String url = serve(issuer.identifier());
      Tokens tokens = Tokens.made(new Mint(issuer, url, SCOPES));
      Output output =
          run(
              url,
              "--token",
              tokens.valid(),
              "--foreign-token",
              tokens.of(Tokens.Kind.FOREIGN).orElseThrow(),
              "--expired-token",
              tokens.of(Tokens.Kind.EXPIRED).orElseThrow(),
              "--narrow-token",
              tokens.of(Tokens.Kind.NARROW).orElseThrow(),
              "--only",
              "Token",
              "--only",
              "Scope",
              "--only",
              "Version.discovery");
      assertThat(output.text()).contains("0 MUST and 0 SHOULD violated");
      assertThat(output.exit()).isZero();
    }
  }

  @Test
  void whatIsMissingIsSaid() throws IOException {
    String issuer = freeIssuer();
    String url = serve(issuer);
    assertThat(run(url).text()).contains("it wants a token, or another one: --token");
    assertThat(run(url, "--authorization", issuer, "--token", "a").text())
        .contains("makes all tokens itself");
    assertThat(run(url, "--foreign-token", "a").text()).contains("--token TOKEN");
    assertThat(run(url, "--authorization", "https://id.example.com").text())
        .contains("expected an http URL of this machine");
    assertThat(run(url, "--authorization", url).text()).contains("cannot listen at " + url);
    assertThat(Main.run("server", "--command", "exit 3", "--token", "a")).isEqualTo(2);
  }

  private record Output(int exit, String text) {}

  private static Output run(String url, String... options) {
    List<String> words = new ArrayList<>(List.of("server", "--url", url, "--seed", "1"));
    words.addAll(List.of(options));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      System.setErr(captured);
      int exit = Main.run(words.toArray(String[]::new));
      return new Output(exit, bytes.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
