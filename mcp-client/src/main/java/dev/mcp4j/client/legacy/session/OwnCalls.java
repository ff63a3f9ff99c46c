/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The requests that a session makes on its own account. Their ids are no numbers, as others' are.
 */
final class OwnCalls {
  private final LegacyLink link;
  private final Consumer<JsonRpcMessage> others;
  private final AtomicLong ids = new AtomicLong();

  /** Makes the calls of a link. What comes with a response goes to the last parameter. */
  OwnCalls(LegacyLink link, Consumer<JsonRpcMessage> others) {
    this.link = link;
    this.others = others;
  }

  /** Sends a request and waits for the response. */
  JsonRpcResponse call(String method, JsonObject params, Duration atMost)
      throws InterruptedException {
    RequestId id = RequestId.of("mcp4j-" + ids.incrementAndGet());
    Exchange exchange =
        link.open(
            new ClientRequest(
                new JsonRpcRequest(id, method, Payload.of(params)),
                Result.class,
                LegacyRevision.LATEST.wireName(),
                null,
                Map.of()));
    boolean cancellable = !method.equals(LegacyMethods.INITIALIZE.name());
    try {
      JsonRpcResponse response = Responses.await(exchange, atMost, others);
      if (response == null) {
        throw new TransportException(
            "the server did not answer %s within %d ms".formatted(method, atMost.toMillis()), null);
      }
      cancellable = false;
      return response;
    } finally {
      if (cancellable) {
        exchange.cancel("no longer needed");
      }
    }
  }
}
