/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.ScriptedClient;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ScriptedClientTest {
  // @start region="test"
  @Test
  void badRequestsAreAnswered() {
    try (McpServer server = HelloServer.create();
        ScriptedClient client = ScriptedClient.inMemory(server)) {
      JsonNode result =
          client
              .request("tools/call", "{\"name\": \"greet\", \"arguments\": {\"name\": \"Ada\"}}")
              .expectResult();
      assertThat(result).has("/content/0/text", "Hello, Ada!");

      assertThat(client.request("tools/call", "{\"name\": 7}").expectError())
          .hasCode(ErrorCode.INVALID_PARAMS)
          .hasMessageContaining("/params/name: expected a string");

      client.sendRaw("{this is no JSON");
      assertThat(client.expectErrorWithoutId()).hasCode(ErrorCode.PARSE_ERROR);
    }
  }

  // @end region="test"

  // @start region="golden"
  @Test
  void unknownToolIsRefused() {
    try (McpServer server = HelloServer.create();
        ScriptedClient client = ScriptedClient.inMemory(server)) {
      client.request("tools/call", "{\"name\": \"nothing\"}").expectError();

      assertThat(client.transcript())
          .matchesGolden(Path.of("src", "test", "transcripts", "unknown-tool.txt"));
    }
  }

  // @end region="golden"
}
