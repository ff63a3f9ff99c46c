/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.core.ThreadTicker;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A session is nothing to whoever did not begin it. */
@Timeout(30)
class PrincipalTest {
  private static final String ALICE = "alice";
  private static final String BOB = "bob";

  private final WorkServer server =
      new WorkServer(new ThreadTicker(ThreadTicker.DEFAULT_PERIOD), Clock.systemUTC());

  private HttpEndpoint endpoint(LegacyOptions options) {
    return server.endpoint(options, HttpOptions.onPort(0));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static Exchange serve(HttpEndpoint endpoint, Exchange exchange) throws IOException {
    endpoint.serve(exchange);
    return exchange;
  }

  private static Exchange post(@Nullable String principal, @Nullable String session, String json) {
    return new Exchange("POST", principal, json).with("Mcp-Session-Id", session);
  }

  private static String begin(HttpEndpoint endpoint, @Nullable String principal)
      throws IOException {
    Exchange opened = serve(endpoint, post(principal, null, OldClient.initialize("2025-11-25")));
    assertThat(opened.status()).isEqualTo(200);
    return opened.replyHeader("Mcp-Session-Id");
  }

  @ParameterizedTest
  @EnumSource(names = {"SESSIONS", "SEALED"})
  void sessionIsNotFoundForAnotherPrincipal(LegacyMode mode) throws IOException {
    HttpEndpoint endpoint = endpoint(LegacyOptions.builder().mode(mode).build());
    String session = begin(endpoint, ALICE);
    String ping = OldClient.request(1, "ping", "{}");

    assertThat(serve(endpoint, post(ALICE, session, ping)).status()).isEqualTo(200);
    for (String other : new String[] {BOB, null}) {
      assertThat(serve(endpoint, post(other, session, ping)).status()).isEqualTo(404);
      assertThat(serve(endpoint, post(other, session, OldClient.INITIALIZED)).status())
          .isEqualTo(404);
    }
  }

  @Test
  void streamsAndEndOfASessionAreItsPrincipals() throws IOException {
    HttpEndpoint endpoint = endpoint(LegacyOptions.DEFAULT);
    String session = begin(endpoint, ALICE);

    for (String method : List.of("GET", "DELETE")) {
      Exchange tried =
          serve(endpoint, new Exchange(method, BOB, "").with("Mcp-Session-Id", session));
      assertThat(tried.status()).isEqualTo(404);
    }
    assertThat(serve(endpoint, post(ALICE, session, OldClient.request(1, "ping", "{}"))).status())
        .isEqualTo(200);
  }

  @Test
  void eventsAreReplayedToTheirPrincipalOnly() throws Exception {
    HttpEndpoint endpoint = endpoint(LegacyOptions.DEFAULT);
    String alices = begin(endpoint, ALICE);
    String bobs = begin(endpoint, BOB);
    Exchange called = serve(endpoint, post(ALICE, alices, WorkServer.WORK));
    String first = called.event();
    assertThat(first).startsWith("id: ");
    String id = first.substring(4, first.indexOf('\n'));

    Exchange replayed =
        serve(
            endpoint,
            new Exchange("GET", ALICE, "")
                .with("Mcp-Session-Id", alices)
                .with("Last-Event-ID", id));
    assertThat(replayed.event()).contains("notifications/progress");
    assertThat(replayed.event()).contains("for alice");

    Exchange fresh =
        serve(
            endpoint,
            new Exchange("GET", BOB, "").with("Mcp-Session-Id", bobs).with("Last-Event-ID", id));
    // A stream of his own, which begins with an event without data.
    assertThat(fresh.event()).endsWith("data: \n\n");
    assertThat(fresh.hasEvent()).isFalse();
  }

  @Test
  void principalCannotTakeTheSessionsOfOthers() throws IOException {
    HttpEndpoint endpoint =
        endpoint(
            LegacyOptions.builder()
                .sessions(new InMemorySessionStore(100, 2, Clock.systemUTC()))
                .build());
    begin(endpoint, ALICE);
    begin(endpoint, ALICE);

    Exchange refused = serve(endpoint, post(ALICE, null, OldClient.initialize("2025-11-25")));
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.replyHeader("Retry-After")).isNotNull();
    assertThat(begin(endpoint, BOB)).isNotNull();
  }
}
