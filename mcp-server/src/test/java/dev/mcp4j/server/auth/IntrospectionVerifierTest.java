/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** B2: tokens that only their authorization server understands. */
@Timeout(60)
class IntrospectionVerifierTest {
  private static final String ISSUER = "https://id.example.com";
  private static final String ACTIVE =
      "{\"active\":true,\"sub\":\"ada\",\"client_id\":\"app\",\"aud\":[\"https://mcp.example.com\"],"
          + "\"scope\":\"a b\",\"exp\":1795651300}";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final MovingClock clock = new MovingClock();
  private HttpServer server;
  private volatile String answer = ACTIVE;
  private volatile int status = 200;

  private static final class MovingClock extends Clock {
    private volatile Instant now = Instant.ofEpochSecond(1_795_651_200);

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    var unused =
        server.createContext(
            "/",
            exchange -> {
              asked.add(
                  exchange.getRequestHeaders().getFirst("Authorization")
                      + " "
                      + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
              byte[] body = answer.getBytes(UTF_8);
              exchange.getResponseHeaders().add("Location", "https://evil.example.com/");
              exchange.sendResponseHeaders(status, body.length);
              exchange.getResponseBody().write(body);
              exchange.close();
            });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private IntrospectionVerifier.Builder builder() {
    URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/introspect");
    return IntrospectionVerifier.builder(ISSUER, endpoint, "mcp server", "s3:cret").clock(clock);
  }

  @Test
  void b2ActiveTokenSaysWhatItSays() throws Exception {
    AccessToken token = builder().build().verify("opaque+/=");

    assertThat(token.subject()).isEqualTo("ada");
    assertThat(token.issuer()).isEqualTo(ISSUER);
    assertThat(token.clientId()).isEqualTo("app");
    assertThat(token.audience()).containsExactly("https://mcp.example.com");
    assertThat(token.scopes()).containsExactlyInAnyOrder("a", "b");
    assertThat(token.expiresAt()).isEqualTo(Instant.ofEpochSecond(1_795_651_300));
    assertThat(asked)
        .containsExactly(
            "Basic bWNwK3NlcnZlcjpzMyUzQWNyZXQ="
                + " token=opaque%2B%2F%3D&token_type_hint=access_token");
    assertThat(token).hasToString("AccessToken of ada from " + ISSUER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"active\":false}",
        "{}",
        "{\"active\":\"true\",\"sub\":\"ada\"}",
        "{\"active\":true,\"sub\":\"ada\",\"iss\":\"https://id.example.com/\"}",
        "{\"active\":true}",
        "{\"active\":true,\"sub\":7}",
        "{\"active\":true,\"sub\":\"ada\",\"aud\":7}",
        "{\"active\":true,\"sub\":\"ada\",\"aud\":[7]}",
        "{\"active\":true,\"sub\":\"ada\",\"exp\":\"soon\"}"
      })
  void b2TokenThatIsNotActiveOrOddIsRefused(String text) {
    answer = text;

    assertThatExceptionOfType(InvalidTokenException.class)
        .isThrownBy(() -> builder().build().verify("t"));
  }

  @Test
  void clientIsTheSubjectWhereThereIsNoOther() throws Exception {
    answer = "{\"active\":true,\"client_id\":\"robot\"}";

    assertThat(builder().build().verify("t").subject()).isEqualTo("robot");
  }

  @ParameterizedTest
  @CsvSource({"500, {}", "302, {}", "401, {}", "200, no JSON", "200, []", "200, ''"})
  void authorizationServerThatDoesNotAnswerIsNoVerdict(int code, String text) {
    status = code;
    answer = text;

    assertThatIOException()
        .isThrownBy(() -> builder().build().verify("t0ken"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("t0ken"));
    assertThat(asked).hasSize(1);
  }

  @Test
  void answerOfAnySizeIsNotRead() {
    answer = "{\"active\":true,\"sub\":\"" + "a".repeat(70_000) + "\"}";

    assertThatIOException().isThrownBy(() -> builder().build().verify("t"));
  }

  @Test
  void answerIsBelievedForAWhile() throws Exception {
    IntrospectionVerifier verifier = builder().maxAge(Duration.ofSeconds(60)).build();
    AccessToken first = verifier.verify("t");
    clock.now = clock.now.plusSeconds(59);
    assertThat(verifier.verify("t")).isEqualTo(first);
    assertThat(asked).hasSize(1);

    clock.now = clock.now.plusSeconds(1);
    answer = "{\"active\":false}";

    assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> verifier.verify("t"));
  }

  @Test
  void answerIsNotBelievedLongerThanTheTokenLives() throws Exception {
    IntrospectionVerifier verifier = builder().maxAge(Duration.ofHours(1)).build();
    verifier.verify("t");
    clock.now = Instant.ofEpochSecond(1_795_651_300);

    verifier.verify("t");

    assertThat(asked).hasSize(2);
  }

  @Test
  void oldestAnswersGoFirst() throws Exception {
    IntrospectionVerifier verifier = builder().maxCached(2).build();
    verifier.verify("a");
    verifier.verify("b");
    verifier.verify("a");
    verifier.verify("c");
    verifier.verify("a");
    assertThat(asked).hasSize(3);

    verifier.verify("b");

    assertThat(asked).hasSize(4);
  }

  @Test
  void secretsTravelOverHttpsOnly() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                IntrospectionVerifier.builder(
                    ISSUER, URI.create("http://id.example.com/introspect"), "a", "b"))
        .withMessageContaining("https");
  }
}
