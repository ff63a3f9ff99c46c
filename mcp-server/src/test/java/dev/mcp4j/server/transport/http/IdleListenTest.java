/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.server.McpServer;
import dev.mcp4j.server.transport.HttpServerHandle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;

/**
 * Thousands of clients that listen and hear nothing. Client and server live in one process, so each
 * of them takes two file descriptors; where that is too many there are fewer clients.
 */
@Timeout(120)
class IdleListenTest {
  private static final int WANTED = 5_000;
  private static final int DESCRIPTORS_FOR_OTHERS = 500;
  private static final int MAX_THREADS = 100;

  private final McpServer server = McpServer.named("s", "1").toolsMayChange().build();
  private final HttpServerHandle handle = server.serveHttp(0);
  private final List<RawClient> clients = new ArrayList<>();

  @AfterEach
  void close() throws IOException {
    for (RawClient client : clients) {
      client.close();
    }
    handle.close();
    server.close();
  }

  @Test
  void idleSubscriptionsHoldNoThreads(TestReporter reporter) throws Exception {
    int count = Math.min(WANTED, (maxDescriptors() - DESCRIPTORS_FOR_OTHERS) / 2);
    reporter.publishEntry("subscriptions", String.valueOf(count));
    int before = Thread.getAllStackTraces().size();
    for (int i = 0; i < count; i++) {
      clients.add(listening());
    }

    assertThat(Thread.getAllStackTraces().size() - before).isLessThan(MAX_THREADS);

    server.addTool("t", tool -> tool.handle((in, call) -> ""));
    for (RawClient client : clients) {
      assertThat(client.event()).contains("notifications/tools/list_changed");
    }
    handle.close();
    for (RawClient client : clients) {
      assertThat(client.event()).contains("\"resultType\":\"complete\"");
      assertThat(client.event()).isEmpty();
    }
  }

  private RawClient listening() throws IOException {
    RawClient client = new RawClient(handle.uri());
    client.request(
        "POST",
        "/mcp",
        TestServer.LISTEN_BODY,
        "Content-Type: application/json",
        "Accept: application/json, text/event-stream",
        "MCP-Protocol-Version: 2026-07-28",
        "Mcp-Method: subscriptions/listen");
    assertThat(client.head().status()).isEqualTo(200);
    assertThat(client.event()).contains("notifications/subscriptions/acknowledged");
    return client;
  }

  /** What the system allows this process; few where nobody can say. */
  private static int maxDescriptors() {
    try {
      Process shell = new ProcessBuilder("sh", "-c", "ulimit -n").start();
      String limit = new String(shell.getInputStream().readAllBytes(), US_ASCII).strip();
      return limit.equals("unlimited") ? Integer.MAX_VALUE : Integer.parseInt(limit);
    } catch (IOException | NumberFormatException e) {
      return 2 * DESCRIPTORS_FOR_OTHERS;
    }
  }
}
