/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.examples.docs;

import static dev.mcp4j.testkit.assertion.McpAssertions.assertThat;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.testkit.InMemory;
import dev.mcp4j.testkit.fault.FaultKind;
import dev.mcp4j.testkit.fault.Faults;
import dev.mcp4j.testkit.fault.FaultyProxy;
import dev.mcp4j.testkit.fault.Seeds;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatGoesWrongTest {
  // @start region="seeds"
  @Test
  void callEndsWhateverGoesWrong() {
    try (McpServer server = HelloServer.create()) {
      Seeds.repeat(
          20,
          random -> {
            Faults faults =
                Faults.random(random, 500, FaultKind.CUT, FaultKind.GARBLE, FaultKind.SILENCE);
            try (McpClient client =
                McpClient.builder()
                    .transport(InMemory.builder(server).toClient(faults::apply).transport())
                    .timeout(Duration.ofMillis(200))
                    .build()) {
              client.call("greet", Map.of("name", "Ada")).result();
            } catch (McpClientException e) {
              assertThat(e).as("with %s", faults).hasMessageNotContaining("tools.jackson");
            }
          });
    }
  }

  // @end region="seeds"

  // @start region="proxy"
  @Test
  void smallPiecesMakeNoDifference() {
    try (McpServer server = HelloServer.create();
        HttpServerHandle http = server.serveHttp(0);
        FaultyProxy proxy =
            FaultyProxy.to(http.uri()).toClient(() -> Faults.none().splitInto(3)).start();
        McpClient client = McpClient.connect(proxy.uri())) {
      assertThat(client.call("greet", Map.of("name", "Ada")).result()).hasText("Hello, Ada!");
    }
  }

  // @end region="proxy"
}
