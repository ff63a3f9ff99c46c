/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.api.EmptyRequestParams;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.client.legacy.session.Responses;
import dev.mcp4j.client.legacy.session.SessionConfig;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request that tells servers apart: it exists from this revision on, and changes nothing. */
final class Discovery {
  private static final String REVISION = ProtocolVersion.MODERN.get(0);

  private Discovery() {}

  static ClientRequest request(SessionConfig config) {
    RequestMeta meta =
        RequestMeta.builder()
            .protocolVersion(REVISION)
            .clientInfo(config.clientInfo())
            .clientCapabilities(config.capabilities())
            .build();
    return new ClientRequest(
        new JsonRpcRequest(
            RequestId.of("mcp4j-probe"),
            Methods.DISCOVER.name(),
            Payload.of(new EmptyRequestParams(meta))),
        Methods.DISCOVER.resultType(),
        REVISION,
        null,
        Map.of());
  }

  /** Waits for the response; null if none came in time. */
  static @Nullable JsonRpcResponse await(Exchange exchange, Duration atMost)
      throws InterruptedException {
    return Responses.await(exchange, atMost, message -> {});
  }
}
