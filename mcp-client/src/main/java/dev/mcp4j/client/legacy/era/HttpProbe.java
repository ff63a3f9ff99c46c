/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.era;

import dev.mcp4j.api.Methods;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.session.LegacyTransport;
import dev.mcp4j.client.legacy.session.SessionConfig;
import dev.mcp4j.client.transport.http.HttpExchange;
import dev.mcp4j.client.transport.http.HttpTransport;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a server over HTTP. What says nothing about the server, such as the refusal of a caller, an
 * overload or silence, is the end of the attempt.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http, Backward Compatibility.
 */
final class HttpProbe implements EraProbe {
  private static final Logger log = LoggerFactory.getLogger(HttpProbe.class);

  private final HttpTransport modern;
  private final LegacyTransport legacy;
  private final SessionConfig config;

  HttpProbe(HttpTransport modern, LegacyTransport legacy, SessionConfig config) {
    this.modern = modern;
    this.legacy = legacy;
    this.config = config;
  }

  @Override
  public Verdict probe() throws InterruptedException {
    McpClientException refusal = refusal();
    if (refusal == null) {
      return Verdict.MODERN;
    }
    log.debug("{} is taken for a server of an older revision: {}", modern.target(), refusal);
    try {
      legacy.establish();
      return Verdict.LEGACY;
    } catch (McpClientException e) {
      if (e != refusal) {
        e.addSuppressed(refusal);
      }
      throw e;
    }
  }

  /** Why the server is one of an older revision; null if it is not. */
  private @Nullable McpClientException refusal() throws InterruptedException {
    HttpExchange exchange = modern.open(Discovery.request(config));
    try {
      JsonRpcResponse response = Discovery.await(exchange, config.timeout());
      if (response == null) {
        throw new TransportException(
            "%s did not answer %s within %d ms"
                .formatted(modern.target(), Methods.DISCOVER.name(), config.timeout().toMillis()),
            null);
      }
      Verdict verdict = Evidence.of(response, exchange.status());
      if (verdict == Verdict.MODERN) {
        return null;
      }
      HttpStatusException refusal = refusal(response, exchange.status());
      if (verdict == Verdict.NONE) {
        throw refusal;
      }
      return refusal;
    } catch (McpClientException e) {
      if (Evidence.of(e) != Verdict.LEGACY) {
        throw e;
      }
      return e;
    } finally {
      exchange.cancel(null);
    }
  }

  private HttpStatusException refusal(JsonRpcResponse response, int status) {
    String message = response instanceof JsonRpcFailure failure ? failure.error().message() : "";
    return new HttpStatusException(
        "%s answered %s with status %d".formatted(modern.target(), Methods.DISCOVER.name(), status),
        status,
        message);
  }
}
