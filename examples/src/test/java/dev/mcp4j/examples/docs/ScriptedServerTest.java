/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;
import static dev.mcp4j.testkit.assertion.McpAssertions.assertThatThrownBy;

import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.PendingCall;
import dev.mcp4j.testkit.ReceivedRequest;
import dev.mcp4j.testkit.ScriptedServer;
import org.junit.jupiter.api.Test;

class ScriptedServerTest {
  // @start region="step-by-step"
  @Test
  void cancelledCallTellsTheServer() {
    try (ScriptedServer server = ScriptedServer.inMemory();
        McpClient client = McpClient.builder().transport(server.transport()).build()) {
      PendingCall<CallToolResult> call = client.call("slow").start();
      ReceivedRequest request = server.expectRequest("tools/call");

      call.cancel();

      server.expectCancellation(request);
      assertThatThrownBy(call::await).isInstanceOf(CallCancelledException.class);
    }
  }

  // @end region="step-by-step"

  // @start region="beside"
  @Test
  void textOfAResultIsRead() {
    try (ScriptedServer server = ScriptedServer.inMemory();
        McpClient client = McpClient.builder().transport(server.transport()).build()) {
      server.play(
          script ->
              script
                  .expectRequest("tools/call")
                  .reply(
                      """
                      {"resultType": "complete",
                       "content": [{"type": "text", "text": "Hello"}]}"""));

      assertThat(client.call("greet").as(String.class)).isEqualTo("Hello");
    }
  }

  // @end region="beside"
}
