/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.server.McpException;
import dev.mcp4j.server.legacy.InMemorySessionStore;
import dev.mcp4j.server.legacy.wire.ClientFacts;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StoredSessionsTest {
  private final InMemorySessionStore store = new InMemorySessionStore();
  private final StoredSessions sessions =
      new StoredSessions(store, Duration.ofMinutes(30), () -> "id");

  private static ClientFacts client(String name) {
    return new ClientFacts(
        LegacyRevision.LATEST, Implementation.builder(name, "1").build(), ClientCapabilities.NONE);
  }

  @Test
  void clientThatSaysTooMuchAboutItselfGetsNoSession() {
    assertThatThrownBy(() -> sessions.begin(client("x".repeat(64 << 10)), null))
        .isInstanceOf(McpException.class)
        .hasMessageContaining("clientInfo and capabilities take more than 65536 bytes");
    assertThat(store.size()).isZero();
    assertThat(sessions.begin(client("x".repeat(60 << 10)), null)).isEqualTo("id");
  }
}
