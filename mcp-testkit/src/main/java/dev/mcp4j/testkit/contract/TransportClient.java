/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.ClientCapabilities;
import dev.mcp4j.api.Implementation;
import dev.mcp4j.api.JsonObject;
import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.ProtocolVersion;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestMethod;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.content.TextContent;
import dev.mcp4j.api.subscription.SubscriptionFilter;
import dev.mcp4j.api.subscription.SubscriptionsListenRequestParams;
import dev.mcp4j.api.tool.CallToolRequestParams;
import dev.mcp4j.api.tool.CallToolResult;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Speaks over a transport as the core of a client does, with nothing in between. */
final class TransportClient implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ClientTransport transport;
  private final BlockingQueue<JsonRpcMessage> unmatched = new LinkedBlockingQueue<>();
  private final AtomicLong ids = new AtomicLong();

  TransportClient(ClientTransport transport) {
    this.transport = transport;
    transport.start(unmatched::add);
  }

  ClientTransport transport() {
    return transport;
  }

  BlockingQueue<JsonRpcMessage> unmatched() {
    return unmatched;
  }

  Exchange call(String tool) {
    return call(tool, JsonNodeFactory.instance.objectNode());
  }

  Exchange call(String tool, ObjectNode arguments) {
    RequestId id = RequestId.of(ids.incrementAndGet());
    CallToolRequestParams params =
        new CallToolRequestParams(tool, new JsonObject(arguments), null, null, meta(id));
    return open(Methods.CALL_TOOL, id, params, tool);
  }

  Exchange echo(String text) {
    return call("echo", JsonNodeFactory.instance.objectNode().put("text", text));
  }

  Exchange listen(SubscriptionFilter filter) {
    RequestId id = RequestId.of(ids.incrementAndGet());
    return open(Methods.LISTEN, id, new SubscriptionsListenRequestParams(filter, meta(id)), null);
  }

  private <P extends RequestParams, R extends Result> Exchange open(
      RequestMethod<P, R> method, RequestId id, P params, @Nullable String name) {
    return transport.open(
        new ClientRequest(
            new JsonRpcRequest(id, method.name(), Payload.of(params)),
            method.resultType(),
            ProtocolVersion.V2026_07_28,
            name,
            Map.of()));
  }

  private static RequestMeta meta(RequestId id) {
    return RequestMeta.builder()
        .protocolVersion(ProtocolVersion.V2026_07_28)
        .clientInfo(Implementation.builder("contract", "1").build())
        .clientCapabilities(ClientCapabilities.builder().build())
        .progressToken(ProgressToken.of(id.longValue()))
        .build();
  }

  static JsonRpcMessage next(Exchange exchange) throws InterruptedException {
    JsonRpcMessage message = exchange.next(PATIENCE);
    if (message == null) {
      throw new AssertionError("expected a message, but none came within " + PATIENCE);
    }
    return message;
  }

  static <P extends NotificationParams> P notification(Exchange exchange, Class<P> type)
      throws InterruptedException {
    JsonRpcMessage message = next(exchange);
    assertThat(message).isInstanceOf(JsonRpcNotification.class);
    Payload payload = ((JsonRpcNotification) message).params();
    assertThat(payload).isInstanceOf(Payload.Typed.class);
    return type.cast(((Payload.Typed) payload).value());
  }

  /** The text of a complete result, which is all that comes. */
  static String text(Exchange exchange) throws InterruptedException {
    JsonRpcMessage message = next(exchange);
    assertThat(message).isInstanceOf(JsonRpcResult.class);
    if (((JsonRpcResult) message).result() instanceof Payload.Typed typed
        && typed.value() instanceof Reply.Complete<?> complete
        && complete.result() instanceof CallToolResult result
        && result.content().get(0) instanceof TextContent text) {
      return text.text();
    }
    throw new AssertionError("expected the typed result of a tool, with a text, was " + message);
  }

  @Override
  public void close() {
    transport.close();
  }
}
