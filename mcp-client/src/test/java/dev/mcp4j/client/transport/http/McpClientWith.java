/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.McpClient;
import dev.mcp4j.client.transport.ClientTransport;
import java.time.Duration;

/** Clients that differ from the default in one thing. */
final class McpClientWith {
  private McpClientWith() {}

  static McpClient timeout(ClientTransport transport, Duration timeout) {
    return McpClient.builder().transport(transport).timeout(timeout).build();
  }
}
