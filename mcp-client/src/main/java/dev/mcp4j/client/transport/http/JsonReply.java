/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcResponse;

/** A body that is one JSON-RPC response. */
final class JsonReply implements ReplyReader {
  private final ReplyContext context;
  private final BoundedBytes body;

  JsonReply(ReplyContext context) {
    this.context = context;
    this.body = new BoundedBytes(context.peer().maxReplyBytes());
  }

  @Override
  public void feed(byte[] bytes) {
    body.append(bytes);
  }

  @Override
  public void end() {
    byte[] bytes = body.toByteArray();
    Inbound inbound = context.peer().codec().decode(bytes, 0, bytes.length, context.types());
    if (inbound instanceof Inbound.Single single
        && single.message() instanceof JsonRpcResponse response
        && isExpected(response)) {
      context.ready().add(response);
    } else if (context.status() >= 400 || bytes.length == 0) {
      throw context.statusException("", body.excerpt());
    } else {
      throw new ProtocolException(
          "expected the response to %s, %s".formatted(context.method(), found(inbound)), null);
    }
  }

  /** An error that comes with an error status is about this request, whatever its id. */
  private boolean isExpected(JsonRpcResponse response) {
    return context.request().message().id().equals(response.id())
        || (response instanceof JsonRpcFailure
            && (response.id() == null || context.status() >= 400));
  }

  private String found(Inbound inbound) {
    if (inbound instanceof Inbound.Malformed malformed) {
      return "was malformed: " + malformed.reason();
    }
    if (inbound instanceof Inbound.Single single
        && single.message() instanceof JsonRpcResponse response) {
      RequestId expected = context.request().message().id();
      return "was one with id %s instead of %s".formatted(response.id(), expected);
    }
    return inbound instanceof Inbound.Batch ? "was a batch" : "was a request or notification";
  }
}
