/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientBuilder;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.Over;
import dev.mcp4j.testkit.junit.McpTest;
import dev.mcp4j.testkit.junit.ServedBy;
import java.util.Map;
import java.util.function.Supplier;

// @start region="test"
@ServedBy(EveryTransportTest.Factory.class)
class EveryTransportTest {
  static final class Factory implements Supplier<McpServer> {
    @Override
    public McpServer get() {
      return HelloServer.create();
    }
  }

  @McpTest
  void greetsByName(McpClient client) {
    assertThat(client.call("greet", Map.of("name", "Ada")).result()).isOk().hasText("Hello, Ada!");
  }

  @McpTest(over = {Over.IN_MEMORY, Over.HTTP})
  void asksNothing(McpClientBuilder builder) {
    try (McpClient client = builder.onElicitation(form -> form.decline()).build()) {
      assertThat(client.call("greet", Map.of("name", "Ada")).result()).isOk();
    }
  }
}
// @end region="test"
