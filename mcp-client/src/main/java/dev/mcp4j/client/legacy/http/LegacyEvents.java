/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.client.transport.http.EventReply;
import dev.mcp4j.client.transport.http.ReplyReader;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import java.time.Duration;

/**
 * A stream of events of an older revision: it can be left and resumed, and what is on it can be
 * requests of the server and batches.
 *
 * <p>Specification 2025-11-25: basic/transports, Resumability and Redelivery.
 */
final class LegacyEvents extends EventReply {
  private final StreamPosition position;

  LegacyEvents(ReplyReader.ReplyContext context, StreamPosition position) {
    super(context);
    this.position = position;
  }

  @Override
  public void feed(byte[] bytes) {
    super.feed(bytes);
    position.advance(lastEventId());
  }

  @Override
  public void onRetry(Duration delay) {
    position.retryAfter(delay);
  }

  @Override
  public void end() {
    throw new StreamEndedException(
        "%s ended the stream before the response to %s"
            .formatted(context().peer().target(), context().method()));
  }

  @Override
  protected void received(Inbound inbound) {
    if (inbound instanceof Inbound.Batch batch) {
      batch.messages().forEach(super::received);
    } else {
      super.received(inbound);
    }
  }

  @Override
  protected void take(JsonRpcMessage message) {
    if (message instanceof JsonRpcRequest) {
      context().ready().add(message);
    } else {
      super.take(message);
    }
  }
}
