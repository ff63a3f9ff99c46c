/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.ClientTransport;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.jsonrpc.JsonLimits;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.schema.HeaderValue;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Sends each message as a POST of its own. Never uses GET or DELETE, and ignores session ids.
 *
 * <p>Specification 2026-07-28: basic/transports/streamable-http.
 */
public final class HttpTransport implements ClientTransport {
  private final HttpOptions options;
  private final HttpConnections connections;
  private final JsonRpcCodec codec;
  private final Lingering lingering;
  private final Set<HttpExchange> open = ConcurrentHashMap.newKeySet();
  private volatile Consumer<JsonRpcMessage> unmatched = message -> {};
  private volatile boolean closed;

  private HttpTransport(HttpOptions options) {
    this.options = options;
    this.connections = HttpConnections.of(options);
    JsonLimits limits = JsonLimits.DEFAULT;
    this.codec =
        JsonRpcCodec.create(
            new JsonLimits(options.maxReplyBytes(), limits.maxDepth(), limits.maxNumberLength()));
    this.lingering = new Lingering(connections.executor());
  }

  /**
   * Makes a transport. Sends nothing yet.
   *
   * @param options where to and how
   * @return the transport
   */
  public static HttpTransport create(HttpOptions options) {
    return new HttpTransport(options);
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    this.unmatched = unmatched;
  }

  @Override
  public Exchange open(ClientRequest request) {
    requireOpen();
    HttpRequest.Builder post = post(request.message(), request.protocolVersion());
    post.setHeader("Mcp-Method", request.message().method());
    if (request.name() != null) {
      post.setHeader("Mcp-Name", HeaderValue.encode(request.name()));
    }
    request.parameterHeaders().forEach(post::setHeader);
    HttpClient client = connections.client();
    HttpExchange exchange = new HttpExchange(this, request);
    open.add(exchange);
    exchange.send(client, post.build());
    if (closed) {
      exchange.closed();
    }
    return exchange;
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    requireOpen();
    HttpRequest.Builder post = post(notification.message(), notification.protocolVersion());
    post.setHeader("Mcp-Method", notification.message().method());
    CompletableFuture<HttpResponse<Void>> reply =
        connections.client().sendAsync(post.build(), HttpResponse.BodyHandlers.discarding());
    try {
      int status = reply.get(atMost.toNanos(), TimeUnit.NANOSECONDS).statusCode();
      if (status / 100 != 2) {
        throw new HttpStatusException(
            "%s answered %s with status %d"
                .formatted(target(), notification.message().method(), status),
            status,
            "");
      }
    } catch (ExecutionException e) {
      throw HttpFailures.translate(target(), e);
    } catch (TimeoutException e) {
      throw new TransportException(
          "%s did not accept %s within %d ms"
              .formatted(target(), notification.message().method(), atMost.toMillis()),
          e);
    } finally {
      reply.cancel(true);
    }
  }

  @Override
  public String target() {
    return options.uri().toString();
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

  JsonRpcCodec codec() {
    return codec;
  }

  int maxReplyBytes() {
    return options.maxReplyBytes();
  }

  Lingering lingering() {
    return lingering;
  }

  void unmatched(JsonRpcMessage message) {
    unmatched.accept(message);
  }

  void forget(HttpExchange exchange) {
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
    HttpRequest.Builder post =
        HttpRequest.newBuilder(options.uri())
            .POST(HttpRequest.BodyPublishers.ofByteArray(codec.encode(message)));
    if (!"https".equalsIgnoreCase(options.uri().getScheme())) {
      // The upgrade offer to HTTP/2 without TLS makes some servers hang.
      post.version(HttpClient.Version.HTTP_1_1);
    }
    options.customizer().customize(post, message);
    return post.setHeader("Content-Type", "application/json")
        .setHeader("Accept", "application/json, text/event-stream")
        .setHeader("MCP-Protocol-Version", protocolVersion);
  }
}
