/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.discovery.DiscoverResult;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CallTimeoutException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.RequestFailedException;
import dev.mcp4j.client.ServerProcessExitedException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.UnsupportedProtocolVersionException;
import dev.mcp4j.jsonrpc.json.McpJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Calls to servers of older revisions. */
@Timeout(60)
class OlderRevisionTest {
  private static final String DONE = "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]}";

  private static McpClientBuilder builder(OldServer server) {
    return McpClient.builder().transport(server.transport()).protocolVersion("2025-11-25");
  }

  private static JsonNode json(String text) {
    return McpJson.read(JsonNode.class, text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
  void handshakeOfThePinnedRevisionPrecedesTheFirstCall(String revision) {
    OldServer server = new OldServer().on("tools/call", DONE);
    try (McpClient client =
        McpClient.builder().transport(server.transport()).protocolVersion(revision).build()) {
      assertThat(server.methods()).isEmpty();

      client.call("t").result();

      assertThat(server.methods())
          .containsExactly("initialize", "notifications/initialized", "tools/call");
      assertThat(client.protocolVersion()).isEqualTo(revision);
    }
    JsonNode params = server.await("initialize").get("params");
    assertThat(params.get("protocolVersion").asString()).isEqualTo(revision);
    assertThat(params.get("clientInfo").get("name").asString()).isEqualTo("mcp4j-client");
    assertThat(params.get("capabilities")).isEqualTo(json("{}"));
  }

  @Test
  void laterCallsUseTheSession() {
    OldServer server = new OldServer().on("tools/call", DONE);
    try (McpClient client = builder(server).build()) {
      client.call("a").result();
      client.call("b").result();
    }
    assertThat(server.received("initialize")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18"})
  void revisionTheServerOffersInsteadIsSpoken(String revision) {
    OldServer server = OldServer.of(revision).on("tools/call", DONE);
    try (McpClient client =
        McpClient.builder().transport(server.transport()).legacy(LegacyOptions.DEFAULT).build()) {
      client.call("t").result();

      assertThat(client.protocolVersion()).isEqualTo(revision);
      assertThat(server.await("initialize").get("params").get("protocolVersion").asString())
          .isEqualTo("2025-11-25");
    }
  }

  @Test
  void revisionTheServerNamesInItsRefusalIsAskedFor() {
    OldServer server = new OldServer().on("tools/call", DONE);
    server.on(
        "initialize",
        call -> {
          if (call.params().path("protocolVersion").asString().equals("2025-03-26")) {
            call.result(
                "{\"protocolVersion\":\"2025-03-26\",\"capabilities\":{},"
                    + "\"serverInfo\":{\"name\":\"s\",\"version\":\"1\"}}");
          } else {
            call.error(
                -32602,
                "Unsupported protocol version",
                "{\"supported\":[\"2024-11-05\",\"2025-03-26\",\"1.0.0\"]}");
          }
        });
    try (McpClient client =
        McpClient.builder().transport(server.transport()).legacy(LegacyOptions.DEFAULT).build()) {
      client.call("t").result();

      assertThat(client.protocolVersion()).isEqualTo("2025-03-26");
    }
  }

  @Test
  void revisionNobodyKnowsEndsTheHandshake() {
    OldServer server = OldServer.of("1999-01-01");
    try (McpClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOfSatisfying(
              UnsupportedProtocolVersionException.class,
              e -> assertThat(e.supported()).containsExactly("1999-01-01"));
    }
    assertThat(server.isOpen()).isFalse();
  }

  @Test
  void pinnedClientRefusesAnotherRevision() {
    OldServer server = OldServer.of("2025-06-18");
    try (McpClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(UnsupportedProtocolVersionException.class);
    }
  }

  @Test
  void unreadableHandshakeIsAnError() {
    OldServer server = new OldServer().on("initialize", "{\"protocolVersion\":\"2025-11-25\"}");
    try (McpClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("/result/capabilities");
    }
  }

  @Test
  void requestsCarryNoMetadataOfThisRevision() {
    OldServer server = new OldServer().capabilities("{\"logging\":{}}").on("tools/call", DONE);
    server.on("logging/setLevel", "{}");
    try (McpClient client =
        builder(server)
            .onElicitation(form -> form.decline())
            .onLog(LoggingLevel.INFO, message -> {})
            .build()) {
      client.call("t").onProgress(progress -> {}).result();
    }
    JsonNode meta = server.await("tools/call").get("params").get("_meta");
    assertThat(meta.propertyNames()).containsExactly("progressToken");
  }

  @Test
  void discoveryIsAnsweredFromTheHandshake() {
    OldServer server = new OldServer().capabilities("{\"tools\":{\"listChanged\":true}}");
    try (McpClient client = builder(server).build()) {
      DiscoverResult discovered = client.discover();

      assertThat(discovered.supportedVersions()).containsExactly("2025-11-25");
      assertThat(discovered.capabilities().tools()).isNotNull();
      assertThat(discovered.instructions()).isEqualTo("be kind");
      assertThat(client.serverInfo().name()).isEqualTo("old");
      assertThat(server.methods()).doesNotContain("server/discover");
    }
  }

  @Test
  void namesOfThisRevisionMeanNothingInOlderResults() {
    OldServer server =
        new OldServer()
            .on(
                "tools/list",
                "{\"resultType\":\"input_required\",\"ttlMs\":60000,\"cacheScope\":\"public\","
                    + "\"tools\":[{\"name\":\"t\",\"inputSchema\":{\"type\":\"object\"}}]}");
    try (McpClient client = builder(server).build()) {
      assertThat(client.tools().toList()).hasSize(1);
      assertThat(client.tools().toList()).hasSize(1);
    }
    assertThat(server.received("tools/list")).as("nothing is cached").hasSize(2);
  }

  @Test
  void missingResourceHasTheCodeOfThisRevision() {
    OldServer server =
        new OldServer()
            .on(
                "resources/read",
                call -> call.error(-32002, "Resource not found", "{\"uri\":\"x:y\"}"))
            .on("prompts/get", call -> call.error(-32002, "mine"));
    try (McpClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.read("x:y"))
          .isInstanceOfSatisfying(
              RequestFailedException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ErrorCode.INVALID_PARAMS);
                assertThat(e.data()).isEqualTo(json("{\"uri\":\"x:y\"}"));
              });
      assertThatThrownBy(() -> client.prompt("p"))
          .isInstanceOfSatisfying(
              RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(-32002));
    }
  }

  @Test
  void unreadableResultFailsItsCallAndNoOther() {
    OldServer server = new OldServer().on("tools/call", DONE).on("prompts/get", "{\"messages\":7}");
    try (McpClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.prompt("p"))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining("/result/messages");
      assertThat(client.call("t").as(String.class)).isEqualTo("done");
    }
  }

  @Test
  void progressReachesItsCall() {
    OldServer server =
        new OldServer()
            .on(
                "tools/call",
                call -> {
                  JsonNode token = call.params().get("_meta").get("progressToken");
                  for (int i = 1; i <= 3; i++) {
                    call.server()
                        .tell(
                            "notifications/progress",
                            "{\"progressToken\":%s,\"progress\":%d}".formatted(token, i));
                  }
                  call.result(DONE);
                });
    List<Double> seen = new ArrayList<>();
    try (McpClient client = builder(server).build()) {
      client.call("t").onProgress(p -> seen.add(p.progress())).result();
    }
    assertThat(seen).containsExactly(1.0, 2.0, 3.0);
  }

  @Test
  void logLevelIsSetBeforeTheCallAndOnlyLowered() {
    OldServer server = new OldServer().capabilities("{\"logging\":{}}").on("tools/call", DONE);
    server.on("logging/setLevel", "{}");
    try (McpClient client = builder(server).onLog(LoggingLevel.WARNING, message -> {}).build()) {
      client.call("a").result();
      client.call("b").result();
      client.call("c").onLog(LoggingLevel.DEBUG, message -> {}).result();
      client.call("d").result();
    }
    assertThat(server.methods())
        .containsExactly(
            "initialize",
            "notifications/initialized",
            "logging/setLevel",
            "tools/call",
            "tools/call",
            "logging/setLevel",
            "tools/call",
            "tools/call");
    assertThat(server.received("logging/setLevel"))
        .extracting(m -> m.get("params").get("level").asString())
        .containsExactly("warning", "debug");
  }

  @Test
  void logLevelThatCannotBeSetHoldsNothingUp() {
    OldServer refusing = new OldServer().capabilities("{\"logging\":{}}").on("tools/call", DONE);
    OldServer without = new OldServer().on("tools/call", DONE);
    for (OldServer server : List.of(refusing, without)) {
      try (McpClient client = builder(server).onLog(LoggingLevel.INFO, message -> {}).build()) {
        assertThat(client.call("t").as(String.class)).isEqualTo("done");
      }
    }
    assertThat(refusing.methods()).contains("logging/setLevel");
    assertThat(without.methods()).doesNotContain("logging/setLevel");
  }

  @Test
  void logMessagesReachTheCallsThatWantThem() {
    OldServer server =
        new OldServer()
            .capabilities("{\"logging\":{}}")
            .on("logging/setLevel", "{}")
            .on(
                "tools/call",
                call -> {
                  for (String level : List.of("debug", "info", "error")) {
                    call.server()
                        .tell(
                            "notifications/message",
                            "{\"level\":\"%s\",\"data\":\"x\"}".formatted(level));
                  }
                  call.result(DONE);
                });
    List<LoggingLevel> seen = new CopyOnWriteArrayList<>();
    try (McpClient client =
        builder(server).onLog(LoggingLevel.INFO, message -> seen.add(message.level())).build()) {
      client.call("t").result();
    }
    assertThat(seen).containsExactly(LoggingLevel.INFO, LoggingLevel.ERROR);
  }

  @Test
  void timedOutCallIsCancelledOnTheWire() {
    OldServer server = new OldServer().on("tools/call", call -> {});
    try (McpClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.call("t").timeout(Duration.ofMillis(300)).result())
          .isInstanceOf(CallTimeoutException.class);

      JsonNode call = server.await("tools/call");
      assertThat(server.await("notifications/cancelled").get("params").get("requestId"))
          .isEqualTo(call.get("id"));
    }
  }

  @Test
  void cancelledCallIsCancelledOnTheWire() {
    OldServer server = new OldServer().on("tools/call", call -> {});
    try (McpClient client = builder(server).build()) {
      PendingCall<CallToolResult> pending = client.call("t").start();
      server.await("tools/call");

      pending.cancel();

      server.await("notifications/cancelled");
    }
  }

  @Test
  void handshakeThatIsNotAnsweredIsNotCancelled() {
    OldServer server = new OldServer().on("initialize", call -> {});
    try (McpClient client = builder(server).timeout(Duration.ofMillis(200)).build()) {
      assertThatThrownBy(() -> client.call("t").timeout(Duration.ofSeconds(30)).result())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("did not answer initialize within 200 ms");
    }
    assertThat(server.methods()).containsExactly("initialize");
  }

  @Test
  void deathOfTheConnectionFailsTheCall() {
    OldServer server =
        new OldServer()
            .on(
                "tools/call",
                call -> call.server().die(() -> new ServerProcessExitedException(3, "oh")));
    try (McpClient client = builder(server).build()) {
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(ServerProcessExitedException.class);
      assertThatThrownBy(() -> client.call("t").result())
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("closed");
    }
  }

  @ParameterizedTest
  @CsvSource({"2025-03-26", "2025-11-25"})
  void batchesOfTheServerAreTakenApart(String revision) {
    OldServer server =
        new OldServer()
            .on(
                "tools/call",
                call -> {
                  JsonNode token = call.params().get("_meta").get("progressToken");
                  call.server()
                      .send(
                          ("[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/progress\",\"params\":"
                                  + "{\"progressToken\":%s,\"progress\":1}},"
                                  + "{\"jsonrpc\":\"2.0\",\"id\":%s,\"result\":%s}]")
                              .formatted(token, call.message().get("id"), DONE));
                });
    List<Double> seen = new ArrayList<>();
    try (McpClient client =
        McpClient.builder().transport(server.transport()).protocolVersion(revision).build()) {
      client.call("t").onProgress(p -> seen.add(p.progress())).result();
    }
    assertThat(seen).containsExactly(1.0);
  }
}
