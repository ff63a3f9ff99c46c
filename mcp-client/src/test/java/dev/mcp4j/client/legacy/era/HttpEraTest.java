/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.EmptyNotificationParams;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.legacy.LegacyNotifications;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.UnsupportedProtocolVersionException;
import dev.mcp4j.client.legacy.EraCache;
import dev.mcp4j.client.legacy.LegacyOptions;
import dev.mcp4j.client.legacy.ServerEra;
import dev.mcp4j.client.legacy.http.OldHttpServer;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a client finds out what kind of server it has to do with over HTTP. */
@Timeout(60)
class HttpEraTest {
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";
  private static final String DISCOVERED =
      "{\"resultType\":\"complete\",\"supportedVersions\":[\"2026-07-28\",\"2025-11-25\"],"
          + "\"capabilities\":{}}";

  private final OldHttpServer server = new OldHttpServer().on("tools/list", "{\"tools\":[]}");
  private final EraCache cache = EraCache.inMemory();

  @AfterEach
  void close() {
    server.close();
  }

  private McpClient client() {
    return McpClient.builder()
        .http(server.uri())
        .legacy(LegacyOptions.builder().eras(cache).build())
        .build();
  }

  private ServerEra remembered() {
    return cache.find(server.uri().toString());
  }

  private void remember(String era) {
    cache.store(server.uri().toString(), ServerEra.parse(era));
  }

  /** Answers as a server that knows nothing of handshakes does. */
  private void makeModern() {
    server.on("server/discover", DISCOVERED).on("tools/call", DONE);
    server.on("initialize", call -> call.error(400, -32602, "metadata is missing"));
  }

  @Test
  void modernServerIsAskedNothingElse() {
    makeModern();
    try (McpClient client = client()) {
      client.call("t").result();

      assertThat(client.protocolVersion()).isEqualTo("2026-07-28");
    }
    assertThat(server.words()).doesNotContain("initialize", "GET", "DELETE");
    assertThat(server.calls("server/discover")).hasSize(1);
    assertThat(remembered()).hasToString("2026-07-28");
    OldHttpServer.Call probe = server.await("server/discover");
    assertThat(probe.http().header("mcp-method")).isEqualTo("server/discover");
    assertThat(probe.message().path("params").path("_meta").propertyNames())
        .contains(
            "io.modelcontextprotocol/protocolVersion",
            "io.modelcontextprotocol/clientInfo",
            "io.modelcontextprotocol/clientCapabilities");
  }

  @Test
  void modernServerThatRefusesTheRevisionStaysModern() {
    server.on(
        "server/discover",
        call ->
            call.http()
                .json(
                    400,
                    ("{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32022,\"message\":\"no\","
                            + "\"data\":{\"supported\":[\"2031-01-01\"],\"requested\":\"x\"}}}")
                        .formatted(call.id())));
    server.on("tools/call", call -> call.error(400, -32022, "no"));
    try (McpClient client = client()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(RequestFailedException.class);
      assertThatThrownBy(client::discover).isInstanceOf(UnsupportedProtocolVersionException.class);
    }
    assertThat(server.words()).doesNotContain("initialize");
  }

  @Test
  void serverThatNamesOnlyOlderRevisionsIsSpokenToInOne() {
    server.on("tools/call", DONE);
    server.on(
        "server/discover",
        call ->
            call.http()
                .json(
                    400,
                    ("{\"jsonrpc\":\"2.0\",\"id\":%s,\"error\":{\"code\":-32022,\"message\":\"no\","
                            + "\"data\":{\"supported\":[\"2025-11-25\"],\"requested\":\"x\"}}}")
                        .formatted(call.id())));
    try (McpClient client = client()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.protocolVersion()).isEqualTo("2025-11-25");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 400, 404})
  void errorOfAnyOtherKindLeadsToTheHandshake(int status) {
    server.on("tools/call", DONE);
    server.on("server/discover", call -> call.error(status, -32601, "Method not found"));
    try (McpClient client = client()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.protocolVersion()).isEqualTo("2025-11-25");
    }
    assertThat(remembered()).hasToString("2025-11-25");
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 404, 405, 406, 415})
  void refusalWithoutAMessageLeadsToTheHandshake(int status) {
    server.on("tools/call", DONE).on("server/discover", call -> call.html(status));
    try (McpClient client = client()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
  }

  @Test
  void resultThatIsNoneOfDiscoveryLeadsToTheHandshake() {
    server.on("tools/call", DONE).on("server/discover", "{}");
    try (McpClient client = client()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.protocolVersion()).isEqualTo("2025-11-25");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 401, 403, 429, 500, 502, 503, 504})
  void refusalOfTheCallerOrTheMomentIsNoEvidence(int status) {
    server.on("tools/call", DONE).on("server/discover", call -> call.html(status));
    try (McpClient client = client()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(status));
      assertThat(server.words()).containsExactly("server/discover");
      assertThat(remembered()).isNull();

      makeModern();
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
    assertThat(server.words()).doesNotContain("initialize");
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 503})
  void suchARefusalIsNoEvidenceWithAMessageEither(int status) {
    server.on("server/discover", call -> call.error(status, -32000, "go away"));
    try (McpClient client = client()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              HttpStatusException.class,
              e -> {
                assertThat(e.status()).isEqualTo(status);
                assertThat(e.excerpt()).isEqualTo("go away");
              });
    }
    assertThat(server.words()).containsExactly("server/discover");
  }

  @Test
  void silenceIsNoEvidence() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    server.on("server/discover", call -> call.http().awaitGone());
    try (McpClient client =
        McpClient.builder().http(server.uri()).timeout(Duration.ofMillis(200)).build()) {
      assertThatThrownBy(() -> client.call("t").timeout(Duration.ofSeconds(30)).result())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("did not answer server/discover within 200 ms");
    }
    assertThat(server.words()).containsExactly("server/discover");
    end.countDown();
  }

  @Test
  void callThatTimesOutMeanwhileDoesNotEndTheQuestionForTheOthers() {
    CountDownLatch asked = new CountDownLatch(1);
    server.on("tools/call", DONE);
    server.on(
        "server/discover",
        call -> {
          try {
            asked.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          call.result(DISCOVERED);
        });
    try (McpClient client = client()) {
      assertThatThrownBy(() -> client.call("t").timeout(Duration.ofMillis(50)).result())
          .isInstanceOf(CallTimeoutException.class);
      PendingCall<CallToolResult> patient = client.call("t").start();
      asked.countDown();

      assertThat(patient.await().failed()).isFalse();
    }
    assertThat(server.calls("server/discover")).hasSize(1);
  }

  @Test
  void oneQuestionServesAllCallsOfTheBeginning() throws InterruptedException {
    makeModern();
    try (McpClient client = client()) {
      List<PendingCall<CallToolResult>> calls = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        calls.add(client.call("t").start());
      }
      for (PendingCall<CallToolResult> call : calls) {
        assertThat(call.await().failed()).isFalse();
      }
    }
    assertThat(server.calls("server/discover")).hasSize(1);
  }

  @Test
  void whatIsRememberedIsNotAskedAgain() {
    makeModern();
    remember("2026-07-28");
    try (McpClient client = client()) {
      client.call("t").result();
    }
    assertThat(server.words()).doesNotContain("server/discover", "initialize");

    OldHttpServer old = new OldHttpServer().on("tools/call", DONE);
    cache.store(old.uri().toString(), ServerEra.parse("2025-06-18"));
    try (McpClient client =
        McpClient.builder()
            .http(old.uri())
            .legacy(LegacyOptions.builder().eras(cache).build())
            .build()) {
      client.call("t").result();
    }
    assertThat(old.words()).startsWith("initialize").doesNotContain("server/discover");
    old.close();
  }

  @Test
  void serverThatIsNoLongerModernIsFoundOutAndServed() {
    remember("2026-07-28");
    server.on("tools/call", DONE);
    server.on(
        "tools/list",
        call -> {
          if (call.session() == null) {
            call.html(400);
          } else {
            call.result("{\"tools\":[]}");
          }
        });
    try (McpClient client = client()) {
      assertThat(client.tools().toList()).isEmpty();
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.protocolVersion()).isEqualTo("2025-11-25");
    }
    assertThat(remembered()).hasToString("2025-11-25");
    assertThat(server.calls("tools/list")).hasSize(2);
  }

  @Test
  void errorOfAServerThatWasOnlyRememberedMayMeanThatItIsAnother() {
    remember("2026-07-28");
    server.on(
        "resources/read",
        call -> {
          if (call.session() == null) {
            call.error(200, -32602, "not initialized");
          } else {
            call.result("{\"contents\":[]}");
          }
        });
    try (McpClient client = client()) {
      assertThat(client.read("x:y").contents()).isEmpty();
      assertThat(client.protocolVersion()).isEqualTo("2025-11-25");
    }
  }

  @Test
  void serverThatIsNoLongerOldIsFoundOutAndServed() {
    remember("2025-06-18");
    makeModern();
    try (McpClient client = client()) {
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.protocolVersion()).isEqualTo("2026-07-28");
    }
    assertThat(remembered()).hasToString("2026-07-28");
  }

  @Test
  void rightVerdictSurvivesARefusalOfTheAddress() {
    makeModern();
    try (McpClient client = client()) {
      client.call("t").result();
      server.on("resources/read", call -> call.html(404));

      assertThatThrownBy(() -> client.read("x:y"))
          .isInstanceOfSatisfying(
              HttpStatusException.class, e -> assertThat(e.status()).isEqualTo(404));
      assertThat(client.protocolVersion()).isEqualTo("2026-07-28");
    }
    assertThat(server.calls("resources/read")).hasSize(1);
  }

  @Test
  void errorsOfAModernServerMeanWhatTheySay() {
    makeModern();
    server.on("prompts/get", call -> call.error(404, -32601, "unknown method"));
    try (McpClient client = client()) {
      client.call("t").result();

      assertThatThrownBy(() -> client.prompt("p"))
          .isInstanceOfSatisfying(
              RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32601));
    }
    assertThat(server.calls("server/discover")).hasSize(1);
  }

  @Test
  void newsForOlderServersIsNotSentToModernOnes() {
    makeModern();
    var nothing = new EmptyNotificationParams(NotificationMeta.EMPTY);
    try (McpClient client = client()) {
      client.send(LegacyNotifications.ROOTS_LIST_CHANGED, nothing);
      client.call("t").result();
      client.send(LegacyNotifications.ROOTS_LIST_CHANGED, nothing);
    }
    assertThat(server.words()).noneMatch(word -> word.startsWith("notifications/"));
  }

  @Test
  void newsAboutRootsIsSentToOlderServers() {
    server.on("tools/call", DONE);
    var nothing = new EmptyNotificationParams(NotificationMeta.EMPTY);
    try (McpClient client = client()) {
      client.send(LegacyNotifications.ROOTS_LIST_CHANGED, nothing);
      client.call("t").result();
      assertThat(server.words()).doesNotContain("notifications/roots/list_changed");

      client.send(LegacyNotifications.ROOTS_LIST_CHANGED, nothing);

      server.await("notifications/roots/list_changed");
    }
  }

  @Test
  void pinnedToThisRevisionNothingIsAsked() {
    server.on("tools/call", DONE);
    try (McpClient client =
        McpClient.builder().http(server.uri()).protocolVersion("2026-07-28").build()) {
      client.call("t").result();
    }
    assertThat(server.words()).containsExactly("tools/list", "tools/call");
  }

  @Test
  void revisionThatDoesNotExistCannotBePinned() {
    assertThatThrownBy(() -> McpClient.builder().protocolVersion("2027-01-01"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("unknown revision 2027-01-01");
  }

  @Test
  void closingEndsTheQuestion() {
    server.on("server/discover", call -> call.http().awaitGone());
    McpClient client = client();
    PendingCall<CallToolResult> call = client.call("t").start();
    server.await("server/discover");

    client.close();

    assertThatThrownBy(call::await).isInstanceOf(CallCancelledException.class);
  }

  @Test
  void keyInTheQueryIsNeitherRememberedNorTold() {
    makeModern();
    server.on("prompts/list", call -> call.html(503));
    List<String> remembered = new ArrayList<>();
    EraCache spy =
        new EraCache() {
          @Override
          public @Nullable ServerEra find(String name) {
            return null;
          }

          @Override
          public void store(String name, ServerEra era) {
            remembered.add(name);
          }
        };

    for (String key : List.of("s3cret-1", "s3cret-2")) {
      try (McpClient client =
          McpClient.builder()
              .http(URI.create(server.uri() + "?key=" + key))
              .legacy(LegacyOptions.builder().eras(spy).build())
              .build()) {
        assertThatThrownBy(() -> client.prompts().toList())
            .isInstanceOf(HttpStatusException.class)
            .hasMessageContaining(server.uri().toString())
            .hasMessageNotContaining("s3cret");
      }
    }

    assertThat(remembered)
        .doesNotHaveDuplicates()
        .hasSize(2)
        .allSatisfy(name -> assertThat(name).startsWith(server.uri() + "#"))
        .noneSatisfy(name -> assertThat(name).contains("s3cret"));
  }

  @Test
  void callThatMayHaveBeenCarriedOutIsNotSentInAnotherRevision() {
    remember("2026-07-28");
    server.on("tools/call", "{\"content\":5}");
    try (McpClient client = client()) {
      assertThatThrownBy(() -> client.call("t").result()).isInstanceOf(ProtocolException.class);
      assertThat(server.calls("tools/call")).hasSize(1);

      server.on("tools/call", DONE);
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
      assertThat(client.protocolVersion()).isEqualTo("2025-11-25");
    }
    assertThat(server.calls("tools/call")).hasSize(2);
  }
}
