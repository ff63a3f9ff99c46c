/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.tests;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.ElicitationCapability;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Reply;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.InMemory;
import dev.mcp4j.testkit.ScriptedClient;
import dev.mcp4j.testkit.SentRequest;
import dev.mcp4j.testkit.Transcript;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is on the wire, message by message. Each file says what it shows. */
class GoldenTranscriptTest {
  record Greet(String name) {}

  record Sure(boolean sure) {}

  private final McpServer server =
      McpServer.named("golden", "1")
          .instructions("Greet people.")
          .toolsMayChange()
          .tool(
              "greet",
              tool ->
                  tool.description("Says hello")
                      .input(Greet.class)
                      .handle((in, call) -> "Hello, " + in.name()))
          .tool(
              "delete",
              tool ->
                  tool.description("Asks before it deletes")
                      .input(Greet.class)
                      .handle(
                          (in, call) -> {
                            call.progress(1, 2.0, "asking");
                            return call.elicit("sure", "Really?", Sure.class).orCancel().sure()
                                ? "deleted"
                                : "kept";
                          }))
          .build();

  @AfterEach
  void close() {
    server.close();
  }

  private static Path file(String name) {
    return Path.of("src", "test", "transcripts", name + ".txt");
  }

  @Test
  void clientListsAndCalls() {
    Transcript transcript = new Transcript();
    try (McpClient client =
        McpClient.builder()
            .transport(transcript.record(InMemory.transport(server)))
            .clientInfo("golden-client", "1")
            .build()) {
      client.discover();
      client.tools().toList();
      client.call("greet", Map.of("name", "Ada")).result();
      client.call("greet", Map.of("nom", "Ada")).result();
    }

    assertThat(transcript).matchesGolden(file("list-and-call"));
  }

  @Test
  void questionTakesTwoRounds() {
    Transcript transcript = new Transcript().mask("requestState");
    try (McpClient client =
        McpClient.builder()
            .transport(transcript.record(InMemory.transport(server)))
            .clientInfo("golden-client", "1")
            .onElicitation(form -> form.accept(new Sure(true)))
            .build()) {
      client.call("delete", new Greet("Ada")).onProgress(report -> {}).result();
    }

    assertThat(transcript).matchesGolden(file("question"));
  }

  @Test
  void badRequestsGetTheirErrors() {
    try (ScriptedClient client = ScriptedClient.inMemory(server)) {
      client.sendRaw("{\"jsonrpc\": \"2.0\", \"id\": 1,");
      client.expectErrorWithoutId();
      client.sendRaw("[]");
      client.expectErrorWithoutId();
      client.requestRaw("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}").expectError();
      client
          .request(
              "tools/list",
              "{\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"1999-01-01\"}}")
          .expectError();
      client.request("no/such/method", "{}").expectError();
      client.request("tools/call", "{\"arguments\":{}}").expectError();
      client.request("tools/call", "{\"name\":\"nothing\"}").expectError();
      client
          .request("tools/call", "{\"name\":\"delete\",\"arguments\":{\"name\":\"Ada\"}}")
          .expectError();

      assertThat(client.transcript()).matchesGolden(file("bad-requests"));
    }
  }

  @Test
  void tamperedStateIsRefused() {
    try (ScriptedClient client = ScriptedClient.inMemory(server)) {
      client.transcript().mask("requestState");
      client.capabilities(
          ClientCapabilities.builder()
              .elicitation(new ElicitationCapability(JsonObject.EMPTY, null, JsonObject.EMPTY))
              .build());
      Reply.InputRequired<?> questions =
          client
              .request("tools/call", "{\"name\":\"delete\",\"arguments\":{\"name\":\"Ada\"}}")
              .expectInputRequired();
      String state = questions.state();
      retry(client, "Bob", state).expectError();
      retry(client, "Ada", state.substring(0, state.length() - 4) + "AAAA").expectError();
      retry(client, "Ada", state).expectResult();

      assertThat(client.transcript()).matchesGolden(file("tampered-state"));
    }
  }

  private static SentRequest retry(ScriptedClient client, String name, String state) {
    return client.request(
        "tools/call",
        """
        {"name": "delete", "arguments": {"name": "%s"}, "requestState": "%s",
         "inputResponses": {"sure": {"action": "accept", "content": {"sure": true}}}}"""
            .formatted(name, state));
  }

  @Test
  void subscriptionIsAcknowledgedAndTornDown() {
    try (ScriptedClient client = ScriptedClient.inMemory(server)) {
      SentRequest subscription =
          client.request(
              "subscriptions/listen",
              """
              {"notifications": {"toolsListChanged": true, "promptsListChanged": true}}""");
      subscription.expectNotification("notifications/subscriptions/acknowledged");
      server.removeTool("greet");
      subscription.expectNotification("notifications/tools/list_changed");
      client.finish();
      subscription.expectResult();
      subscription.expectNotification("notifications/cancelled");
      client.expectEnd();

      assertThat(client.transcript()).matchesGolden(file("subscription"));
    }
  }
}
