/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatErrorOf;

import dev.mcp4j.api.ErrorCode;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.testkit.InMemory;
import dev.mcp4j.testkit.manual.ManualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeInTestsTest {
  record Sure(boolean sure) {}

  // @start region="test"
  @Test
  void answerThatComesTooLateIsRefused() {
    ManualClock clock = ManualClock.create();
    try (McpServer server =
            McpServer.named("slow", "1")
                .clock(clock)
                .tool(
                    "delete",
                    tool ->
                        tool.handle(
                            (none, call) -> call.elicit("sure", "Sure?", Sure.class).orCancel()))
                .build();
        McpClient client =
            McpClient.builder()
                .transport(InMemory.transport(server))
                .onElicitation(
                    form -> {
                      clock.advance(Duration.ofMinutes(11));
                      return form.accept(new Sure(true));
                    })
                .build()) {
      assertThatErrorOf(() -> client.call("delete").result()).hasCode(ErrorCode.INVALID_PARAMS);
    }
  }

  // @end region="test"
}
