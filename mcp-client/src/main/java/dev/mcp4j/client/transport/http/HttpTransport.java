/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.schema.HeaderValue;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Sends each message as a POST of its own. Never uses GET or DELETE, and ignores session ids.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http.
 */
public final class HttpTransport implements ClientTransport, HttpPeer {
  private final HttpOptions options;
  private final HttpConnections connections;
  private final JsonRpcCodec codec;
  private final HttpMessages messages;
  private final Lingering lingering;
  private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
  private volatile Consumer<JsonRpcMessage> unmatched = message -> {};
  private volatile boolean closed;

  private HttpTransport(HttpOptions options, HttpConnections connections) {
    this.options = options;
    this.connections = connections;
    this.codec = codec(options);
    this.messages = new HttpMessages(options, codec);
    this.lingering = new Lingering(connections.executor());
  }

  /**
   * Makes a transport. Sends nothing yet.
   *
   * @param options where to and how
   * @return the transport
   */
  public static HttpTransport create(HttpOptions options) {
    return over(options, HttpConnections.of(options));
  }

  /**
   * Makes a transport over connections that others may use as well. Sends nothing yet.
   *
   * @param options where to and how
   * @param connections closed with the transport
   * @return the transport
   */
  public static HttpTransport over(HttpOptions options, HttpConnections connections) {
    return new HttpTransport(options, connections);
  }

  /**
   * Makes a codec with the limits of the options.
   *
   * @param options the options
   * @return the codec
   */
  public static JsonRpcCodec codec(HttpOptions options) {
    JsonLimits limits = JsonLimits.DEFAULT;
    return JsonRpcCodec.create(
        new JsonLimits(options.maxReplyBytes(), limits.maxDepth(), limits.maxNumberLength()));
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    this.unmatched = unmatched;
  }

  @Override
  public HttpExchange open(ClientRequest request) {
    requireOpen();
    HttpRequest.Builder post = post(request.message(), request.protocolVersion());
    if (request.name() != null) {
      post.setHeader("Mcp-Name", HeaderValue.encode(request.name()));
    }
    request.parameterHeaders().forEach(post::setHeader);
    ReplyTypes types = new ReplyTypes(request);
    HttpExchange exchange =
        new HttpExchange(
            this,
            request.message().method(),
            (info, ready) ->
                ReplyReader.of(
                    info,
                    new ReplyReader.ReplyContext(this, request, types, ready, info.statusCode())));
    exchange.send(connections, post.build());
    open.add(exchange);
    if (closed) {
      exchange.closed();
    }
    return exchange;
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    requireOpen();
    HttpRequest.Builder post = post(notification.message(), notification.protocolVersion());
    messages.send(connections, post.build(), notification.message().method(), atMost);
  }

  @Override
  public String target() {
    return HttpMessages.name(options.uri());
  }

  @Override
  public String authorizationPartition() {
    return options.authorizationPartition();
  }

  @Override
  public boolean mirrorsParameters() {
    return true;
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(HttpExchange::closed);
    connections.close();
  }

  @Override
  public JsonRpcCodec codec() {
    return codec;
  }

  @Override
  public int maxReplyBytes() {
    return options.maxReplyBytes();
  }

  @Override
  public Lingering lingering() {
    return lingering;
  }

  @Override
  public void unmatched(JsonRpcMessage message) {
    unmatched.accept(message);
  }

  @Override
  public void forget(HttpExchange exchange) {
    open.remove(exchange);
  }

  /** How many exchanges wait for their response. */
  int openExchanges() {
    return open.size();
  }

  private void requireOpen() {
    if (closed) {
      throw new TransportException("the client is closed", null);
    }
  }

  private HttpRequest.Builder post(JsonRpcMessage message, String protocolVersion) {
    String method =
        message instanceof JsonRpcRequest request
            ? request.method()
            : ((JsonRpcNotification) message).method();
    return messages
        .post(options.uri(), message)
        .setHeader("MCP-Protocol-Version", protocolVersion)
        .setHeader("Mcp-Method", method);
  }
}
