/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.net.URI;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultyProxyTest {
  private final Semaphore called = new Semaphore(0);
  private final McpServer server =
      McpServer.named("proxied", "1")
          .tool(
              "hi",
              tool ->
                  tool.handle(
                      (in, call) -> {
                        called.release();
                        return "hi";
                      }))
          .build();
  private final HttpServerHandle http = server.serveHttp(0);

  @AfterEach
  void close() {
    http.close();
    server.close();
  }

  @Test
  void withoutFaultsNothingChanges() {
    try (FaultyProxy proxy = FaultyProxy.to(http.uri()).start();
        McpClient client = McpClient.connect(proxy.uri())) {
      assertThat(client.call("hi").as(String.class)).isEqualTo("hi");
      assertThat(client.call("hi").as(String.class)).isEqualTo("hi");
    }
  }

  @Test
  void piecesMakeNoDifference() {
    try (FaultyProxy proxy =
            FaultyProxy.to(http.uri())
                .toServer(() -> Faults.none().splitInto(7))
                .toClient(() -> Faults.none().splitInto(1))
                .start();
        McpClient client = McpClient.connect(proxy.uri())) {
      assertThat(client.call("hi").as(String.class)).isEqualTo("hi");
    }
  }

  @Test
  void cutReplyFailsTheCall() {
    try (FaultyProxy proxy =
            FaultyProxy.to(http.uri()).toClient(() -> Faults.none().cutAt(30)).start();
        McpClient client = McpClient.connect(proxy.uri())) {
      assertThatThrownBy(() -> client.call("hi").result()).isInstanceOf(TransportException.class);
    }
  }

  @Test
  void repeatedRequestIsHandledTwice() throws InterruptedException {
    try (FaultyProxy proxy = FaultyProxy.to(http.uri()).repeatRequests().start();
        McpClient client = McpClient.builder().validateResults(false).http(proxy.uri()).build()) {
      assertThat(client.call("hi").as(String.class)).isEqualTo("hi");

      called.acquire(2);
    }
  }

  @Test
  void targetNeedsAPort() {
    assertThatThrownBy(() -> FaultyProxy.to(URI.create("http://localhost/mcp")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a URI with host and port, was http://localhost/mcp");
  }
}
