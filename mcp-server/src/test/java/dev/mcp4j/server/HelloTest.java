/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.schema.Description;
import org.junit.jupiter.api.Test;

class HelloTest {
  record Greet(@Description("who to greet") String name) {}

  @Test
  void whatTheReadmeShowsWorks() throws Exception {
    McpServer server =
        McpServer.named("hello", "1.0.0")
            .tool(
                "greet",
                tool ->
                    tool.description("Says hello")
                        .input(Greet.class)
                        .handle((greet, call) -> "Hello, " + greet.name()))
            .build();

    assertThat(new TestClient(server).text("greet", "{\"name\":\"Ada\"}")).isEqualTo("Hello, Ada");
  }
}
