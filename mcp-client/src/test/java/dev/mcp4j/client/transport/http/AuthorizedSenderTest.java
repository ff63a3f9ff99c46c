/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.auth.Authorizer;
import dev.mcp4j.client.transport.HttpOptions;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorizedSenderTest {
  private static final String DONE = "{\"resultType\":\"complete\",\"content\":[]}";

  private final RawHttpServer server = new RawHttpServer();

  @AfterEach
  void close() {
    server.close();
  }

  /** Sends numbers, and keeps what it is told. */
  private static final class Numbering implements Authorizer {
    final AtomicInteger sent = new AtomicInteger();
    final List<Refusal> refusals = new CopyOnWriteArrayList<>();
    final List<Integer> answers = new CopyOnWriteArrayList<>();
    volatile boolean again = true;

    @Override
    public HttpRequest authorize(HttpRequest request) {
      return HttpRequest.newBuilder(request, (name, value) -> true)
          .setHeader("Authorization", "Number " + sent.incrementAndGet())
          .build();
    }

    @Override
    public boolean refused(Refusal refusal) {
      refusals.add(refusal);
      return again;
    }

    @Override
    public void answered(HttpRequest request, int status, HttpHeaders headers) {
      answers.add(status);
    }

    @Override
    public String partition() {
      return "number";
    }
  }

  private void call(Authorizer authorizer) {
    HttpOptions options = HttpOptions.builder(server.uri()).authorizer(authorizer).build();
    assertThat(options.authorizationPartition()).isEqualTo(authorizer.partition());
    try (McpClient client =
        McpClient.builder().http(options).protocolVersion("2026-07-28").build()) {
      client.call("t").result();
    }
  }

  private static void refuse(RawHttpServer.Request request) throws java.io.IOException {
    request.reply(401, "text/plain", "who are you", "WWW-Authenticate: Number");
  }

  @Test
  void refusedRequestIsSentAgainWithOtherCredentials() {
    server.serve(
        request -> {
          if ("Number 1".equals(request.header("authorization"))) {
            refuse(request);
          } else {
            request.result(
                "tools/list".equals(request.header("mcp-method"))
                    ? "{\"resultType\":\"complete\",\"tools\":[]}"
                    : DONE);
          }
        });
    Numbering authorizer = new Numbering();

    call(authorizer);

    assertThat(authorizer.refusals).hasSize(1);
    Authorizer.Refusal refusal = authorizer.refusals.get(0);
    assertThat(refusal.status()).isEqualTo(401);
    assertThat(refusal.attempt()).isEqualTo(1);
    assertThat(refusal.headers().firstValue("www-authenticate")).hasValue("Number");
    assertThat(refusal.sent().headers().firstValue("Authorization")).hasValue("Number 1");
    assertThat(refusal.toString()).doesNotContain("Number");
    assertThat(server.request(0).body).isEqualTo(server.request(1).body);
    assertThat(authorizer.answers).containsOnly(200);
  }

  @Test
  void refusalThatStandsIsShownAsItCame() {
    Numbering authorizer = new Numbering();
    authorizer.again = false;
    server.serve(request -> request.error(403, -32000, "not you"));
    assertThatThrownBy(() -> call(authorizer))
        .isInstanceOfSatisfying(
            RequestFailedException.class,
            e -> assertThat(e.error().message()).isEqualTo("not you"));

    server.serve(AuthorizedSenderTest::refuse);
    assertThatThrownBy(() -> call(authorizer))
        .isInstanceOfSatisfying(
            HttpStatusException.class,
            e -> {
              assertThat(e.status()).isEqualTo(401);
              assertThat(e.excerpt()).isEqualTo("who are you");
            });
  }

  @Test
  void largeBodyOfARefusalIsNotKept() {
    Numbering authorizer = new Numbering();
    authorizer.again = false;
    server.serve(request -> request.reply(403, "text/plain", "x".repeat(5 << 20)));

    assertThatThrownBy(() -> call(authorizer))
        .isInstanceOfSatisfying(
            HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(403));
  }

  @Test
  void authorizerThatIsNeverContentIsGivenUp() {
    server.serve(AuthorizedSenderTest::refuse);
    Numbering authorizer = new Numbering();

    assertThatThrownBy(() -> call(authorizer)).isInstanceOf(HttpStatusException.class);

    assertThat(authorizer.sent).hasValue(AuthorizedSender.MAX_ATTEMPTS);
  }

  @Test
  void failureOfTheAuthorizerIsThatOfTheCall() {
    Authorizer failing =
        new Authorizer() {
          @Override
          public HttpRequest authorize(HttpRequest request) {
            throw new AuthorizationException("no key", "invalid_client", null);
          }

          @Override
          public boolean refused(Refusal refusal) {
            return false;
          }
        };

    assertThatThrownBy(() -> call(failing))
        .isInstanceOfSatisfying(
            AuthorizationException.class, e -> assertThat(e.error()).isEqualTo("invalid_client"))
        .hasMessage("no key");
    assertThat(server.requests).isEmpty();
  }
}
