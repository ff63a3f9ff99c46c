/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.ListCapability;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.ServerCapabilities;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.server.Feature;
import dev.mcp4j.server.RouteTable;
import dev.mcp4j.server.core.Pipeline;
import dev.mcp4j.server.core.Routes;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.core.SubscriptionRouter;
import dev.mcp4j.server.core.ThreadTicker;
import dev.mcp4j.server.event.InMemoryEventBus;
import dev.mcp4j.server.feature.CachePolicy;
import dev.mcp4j.server.feature.Capabilities;
import dev.mcp4j.server.feature.DiscoverFeature;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.LegacyMode;
import dev.mcp4j.server.legacy.LegacyOptions;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.http.HttpTransport;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
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
  private static final String WORK =
      OldClient.request(1, "tools/call", "{\"name\":\"w\",\"_meta\":{\"progressToken\":\"t\"}}");

  private final InMemoryEventBus bus = new InMemoryEventBus();
  private final ThreadTicker ticker = new ThreadTicker(ThreadTicker.DEFAULT_PERIOD);
  private final ServerThreads threads = ServerThreads.create();
  private final ServerCore core = core();

  private ServerCore core() {
    Feature worker =
        new Feature() {
          @Override
          public void describe(ServerCapabilities.Builder capabilities, RequestMeta meta) {
            capabilities.tools(new ListCapability(true, JsonObject.EMPTY));
          }

          @Override
          public void routes(RouteTable routes) {
            routes.add(
                Methods.CALL_TOOL,
                (request, notifier) -> {
                  notifier.notify(
                      Notifications.PROGRESS,
                      new ProgressNotificationParams(
                          ProgressToken.of("t"), 1, null, null, NotificationMeta.EMPTY));
                  return new Reply.Complete<>(
                      CallToolResult.text("for " + request.caller().principal()));
                });
          }
        };
    List<Feature> features = List.of(worker);
    Feature discover =
        new DiscoverFeature(
            ProtocolVersion.MODERN, new Capabilities(features), null, CachePolicy.NONE);
    return new ServerCore(
        new Pipeline(
            Implementation.builder("s", "1").build(),
            ProtocolVersion.MODERN,
            Routes.of(List.of(worker, discover)),
            List.of()),
        new SubscriptionRouter(bus, ticker, (caller, event) -> true, 16),
        threads,
        ticker,
        JsonLimits.DEFAULT,
        Duration.ofMinutes(1),
        () -> "id");
  }

  private HttpEndpoint endpoint(LegacyOptions options) {
    LegacyAdapter adapter =
        new LegacyAdapter(options, bus, null, Clock.systemUTC(), new SecureRandom());
    HttpOptions http = HttpOptions.onPort(0);
    return HttpTransport.endpoint(core, http, endpoint -> adapter.adapt(core, endpoint, http));
  }

  @AfterEach
  void close() {
    threads.close();
    ticker.close();
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
    Exchange called = serve(endpoint, post(ALICE, alices, WORK));
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
