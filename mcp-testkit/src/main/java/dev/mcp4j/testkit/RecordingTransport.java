/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit;

import dev.mcp4j.api.RequestId;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes down what goes through another transport. */
final class RecordingTransport extends ForwardingTransport {
  private static final JsonRpcCodec CODEC = JsonRpcCodec.create(JsonLimits.DEFAULT);

  private final Transcript transcript;

  RecordingTransport(ClientTransport to, Transcript transcript) {
    super(to);
    this.transcript = transcript;
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    super.start(
        message -> {
          add(Side.SERVER, message);
          unmatched.accept(message);
        });
  }

  @Override
  public Exchange open(ClientRequest request) {
    add(Side.CLIENT, request.message());
    return new Recorded(super.open(request), request.message().id());
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    add(Side.CLIENT, notification.message());
    super.send(notification, atMost);
  }

  @Override
  public void answer(JsonRpcResponse response) {
    add(Side.CLIENT, response);
    super.answer(response);
  }

  private void add(Side side, JsonRpcMessage message) {
    transcript.message(side, CODEC.encode(message));
  }

  private final class Recorded implements Exchange {
    private final Exchange to;
    private final RequestId id;
    private final AtomicBoolean over = new AtomicBoolean();

    /** What was written down when it arrived as the message of no exchange. */
    private final Set<JsonRpcMessage> known =
        Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    Recorded(Exchange to, RequestId id) {
      this.to = to;
      this.id = id;
    }

    @Override
    public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
      JsonRpcMessage message;
      try {
        message = to.next(atMost);
      } catch (McpClientException e) {
        over.set(true);
        throw e;
      }
      if (message != null && !known.remove(message)) {
        add(Side.SERVER, message);
      }
      if (message instanceof JsonRpcResponse) {
        over.set(true);
      }
      return message;
    }

    @Override
    public boolean deliver(JsonRpcMessage message) {
      known.add(message);
      boolean delivered = to.deliver(message);
      if (!delivered) {
        known.remove(message);
      }
      return delivered;
    }

    @Override
    public void cancel(@Nullable String reason) {
      if (over.compareAndSet(false, true)) {
        transcript.note(
            Side.CLIENT, "cancels request " + id + (reason == null ? "" : ": " + reason));
      }
      to.cancel(reason);
    }
  }
}
