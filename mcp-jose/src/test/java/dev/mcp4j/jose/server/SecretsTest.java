/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.jose.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.auth.IntrospectionVerifier;
import dev.mcp4j.server.auth.ResourceServer;
import dev.mcp4j.server.auth.TokenVerifier;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A canary in every secret: none of them may sing in the log, whatever its level. */
@Timeout(60)
class SecretsTest {
  private static final Path LOG = Path.of("target/test-log.txt");
  private static final String CANARY = "c4naryc4nary";
  private static final String OPAQUE = CANARY + "-opaque";

  private final ProtectedServer server = new ProtectedServer();
  private final StringBuilder answers = new StringBuilder();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void noSecretIsLoggedOrAnswered() throws Exception {
    String bound =
        Jwt.accessToken().claim("cnf", Map.of("jkt", Keys.thumbprint(Keys.CLIENT))).signed();
    String proof = Jwt.proof(bound, "secret-proof").signed(Keys.CLIENT);
    String good = Jwt.accessToken().claim("email", CANARY + "@example.com").signed();
    String forged = Jwt.accessToken().signed(Keys.THIEF);

    serve(Exchange.bearer(good));
    serve(Exchange.dpop(bound, proof));
    serve(Exchange.dpop(bound, proof));
    serve(Exchange.bearer(bound));
    serve(Exchange.bearer(forged));
    serve(Exchange.bearer(OPAQUE));
    serve(Exchange.bearer(OPAQUE).header("Authorization", "Bearer " + OPAQUE));
    serve(new Exchange().query("access_token=" + OPAQUE));
    serve(new Exchange().header("Authorization", "Basic " + OPAQUE));
    serve(Exchange.bearer(OPAQUE + " " + OPAQUE));
    serveWith(
        token -> {
          throw new IOException("cannot check " + token);
        });
    serveWith(
        token -> {
          throw new IllegalStateException("cannot check " + token);
        });
    overHttp();

    String log = Files.readString(LOG);
    assertThat(log).as("log").contains("is refused with 401", "Checking a token failed");
    assertThat(log + answers)
        .doesNotContain(CANARY)
        .doesNotContain(good, bound, forged, proof)
        .doesNotContain(lastPart(good), lastPart(bound), lastPart(forged), lastPart(proof));
  }

  private static String lastPart(String jwt) {
    return jwt.substring(jwt.lastIndexOf('.') + 1);
  }

  private void serve(Exchange exchange) {
    server.served(exchange);
    answers.append(exchange.answer()).append(exchange.challenge());
  }

  private void serveWith(TokenVerifier verifier) {
    HttpEndpoint endpoint =
        server.endpoint(
            ResourceServer.builder(Jwt.RESOURCE, verifier).authorizationServer(Jwt.ISSUER).build());
    Exchange exchange = ProtectedServer.served(endpoint, Exchange.bearer(OPAQUE));
    answers.append(exchange.answer()).append(exchange.challenge());
  }

  /** An authorization server that repeats what it is asked. */
  private static final class Echo implements HttpEndpoint {
    @Override
    public void serve(HttpCall call) throws IOException {
      byte[] body = call.body();
      call.reply(
          500, Map.of("WWW-Authenticate", "Basic " + CANARY), body == null ? new byte[0] : body);
    }

    @Override
    public boolean isAt(String path) {
      return path.equals("/introspect");
    }
  }

  private void overHttp() throws Exception {
    try (McpServer authorizationServer = McpServer.named("as", "1").build();
        McpServer mcp = McpServer.named("mcp", "1").build();
        HttpServerHandle as =
            authorizationServer.serveHttp(HttpOptions.onPort(0), List.of(new Echo()))) {
      ResourceServer protection =
          ResourceServer.builder("http://127.0.0.1:0/mcp", introspecting(as.uri()))
              .authorizationServer(Jwt.ISSUER)
              .build();
      HttpOptions options = HttpOptions.builder(0).authorization(protection).build();
      try (HttpServerHandle http = mcp.serveHttp(options)) {
        HttpRequest request =
            HttpRequest.newBuilder(http.uri())
                .header("Authorization", "Bearer " + OPAQUE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        HttpResponse<byte[]> response =
            HttpClient.newHttpClient().send(request, BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(503);
        answers.append(new String(response.body(), UTF_8)).append(response.headers());
      }
    }
  }

  private static TokenVerifier introspecting(URI server) {
    return IntrospectionVerifier.builder(
            Jwt.ISSUER, server.resolve("/introspect"), "mcp", CANARY + "-secret")
        .build();
  }
}
