/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.Implementation;
import org.junit.jupiter.api.Test;

class ServerInfoTest {
  private static final String DISCOVERED =
      "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{}%s}";

  private final ScriptedTransport transport = new ScriptedTransport();
  private final McpClient client = McpClient.builder().transport(transport).build();

  private static String named(String name) {
    return (",\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
            + "{\"name\":\"%s\",\"version\":\"1\"}}")
        .formatted(name);
  }

  private static String done(String meta) {
    return "{\"content\":[{\"type\":\"text\",\"text\":\"done\"}]" + meta + "}";
  }

  @Test
  void anyResultTellsWhoTheServerIs() {
    transport.thenResult(done(named("a")));

    client.call("t").result();

    assertThat(client.serverInfo()).isEqualTo(Implementation.builder("a", "1").build());
    assertThat(transport.methods()).containsExactly("tools/call");
  }

  @Test
  void serverIsAskedIfNoResultHasTold() {
    transport.thenResult(done("")).thenResult(DISCOVERED.formatted(named("b")));
    client.call("t").result();

    assertThat(client.serverInfo().name()).isEqualTo("b");
    assertThat(client.serverInfo().name()).isEqualTo("b");

    assertThat(transport.methods()).containsExactly("tools/call", "server/discover");
  }

  @Test
  void latestIdentityCounts() {
    transport.thenResult(done(named("old"))).thenResult(done(named("new"))).thenResult(done(""));

    for (int i = 0; i < 3; i++) {
      client.call("t").result();
    }

    assertThat(client.serverInfo().name()).isEqualTo("new");
  }

  @Test
  void serverThatDoesNotSayHasNoIdentity() {
    transport.thenResult(DISCOVERED.formatted(""));

    assertThat(client.serverInfo()).isNull();
  }

  @Test
  void revisionOfAConnectionIsTheOneInUse() {
    assertThat(client.protocolVersion()).isEqualTo("2026-07-28");

    transport.protocolVersion = "2025-06-18";

    assertThat(client.protocolVersion()).isEqualTo("2025-06-18");
  }
}
