/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.InMemory;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HelloServerTest {
  // @start region="test"
  @Test
  void greetsByName() {
    try (McpServer server = HelloServer.create();
        McpClient client = InMemory.connect(server)) {
      assertThat(client.call("greet", Map.of("name", "Ada")).result()).hasText("Hello, Ada!");
    }
  }

  // @end region="test"

  @Test
  void tellsTheModelWhatIsMissing() {
    try (McpServer server = HelloServer.create();
        McpClient client = InMemory.connect(server)) {
      assertThat(client.call("greet").result())
          .isError()
          .hasTextContaining("missing required property \"name\"");
    }
  }
}
