/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class VersionRetryTest {
  private static final String DISCOVERED =
      "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{}}";

  private final ScriptedTransport transport = new ScriptedTransport();
  private final McpClient client = McpClient.builder().transport(transport).build();

  @Test
  void refusedVersionIsRetriedOnceEvenIfTheOfferedOneIsTheSame() {
    transport
        .then(peer -> peer.error(-32022, "no", "{\"supported\":[\"2026-07-28\"]}"))
        .thenResult(DISCOVERED);

    assertThat(client.discover().supportedVersions()).containsExactly("2026-07-28");

    assertThat(transport.peer(1).request.protocolVersion()).isEqualTo("2026-07-28");
    assertThat(transport.peer(1).meta().protocolVersion()).isEqualTo("2026-07-28");
    assertThat(transport.peer(1).id()).isNotEqualTo(transport.peer(0).id());
  }

  @Test
  void secondRefusalIsTheCallersException() {
    transport.always(
        peer ->
            peer.error(
                -32022, "no", "{\"supported\":[\"2026-07-28\"],\"requested\":\"2026-07-28\"}"));

    assertThatThrownBy(client::discover)
        .isInstanceOfSatisfying(
            UnsupportedProtocolVersionException.class,
            e -> {
              assertThat(e.supported()).containsExactly("2026-07-28");
              assertThat(e.code()).isEqualTo(-32022);
            });
    assertThat(transport.peers).hasSize(2);
  }

  @Test
  void refusalWithoutACommonVersionIsNotRetried() {
    transport.then(peer -> peer.error(-32022, "no", "{\"supported\":[\"2099-01-01\"]}"));

    assertThatThrownBy(client::discover)
        .isInstanceOf(UnsupportedProtocolVersionException.class)
        .hasMessage("server/discover failed with -32022: no");
    assertThat(transport.peers).hasSize(1);
  }

  @Test
  void refusalThatNamesNoVersionIsNotRetried() {
    transport.then(peer -> peer.error(-32022, "no"));

    assertThatThrownBy(client::discover)
        .isExactlyInstanceOf(RequestFailedException.class)
        .hasMessageContaining("-32022");
    assertThat(transport.peers).hasSize(1);
  }

  @Test
  void protocolVersionIsKnownWithoutACall() {
    assertThat(client.protocolVersion()).isEqualTo("2026-07-28");
    assertThat(transport.peers).isEmpty();
  }
}
