/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes the HTTP requests of a client, and sends those that are only to be accepted. */
public final class HttpMessages {
  /** What a reply may be. */
  public static final String REPLY_TYPES = "application/json, text/event-stream";

  private final HttpOptions options;
  private final JsonRpcCodec codec;

  /**
   * Makes one.
   *
   * @param options where to and how
   * @param codec writes the messages
   */
  public HttpMessages(HttpOptions options, JsonRpcCodec codec) {
    this.options = options;
    this.codec = codec;
  }

  /**
   * Names a server in messages and logs.
   *
   * @param uri where it is
   * @return the URI without its query, which can hold keys
   */
  public static String name(URI uri) {
    String text = uri.toString();
    int query = text.indexOf('?');
    return query < 0 ? text : text.substring(0, query);
  }

  /**
   * Starts the POST of a message.
   *
   * @param uri where to
   * @param message the message
   * @return the request, without the headers that only some messages have
   */
  public HttpRequest.Builder post(URI uri, JsonRpcMessage message) {
    HttpRequest.Builder post =
        begin(uri).POST(HttpRequest.BodyPublishers.ofByteArray(codec.encode(message)));
    options.customizer().customize(post, message);
    return post.setHeader("Content-Type", "application/json").setHeader("Accept", REPLY_TYPES);
  }

  /**
   * Starts a request without a body.
   *
   * @param uri where to
   * @param method the method of HTTP
   * @return the request, without the headers that only some requests have
   */
  public HttpRequest.Builder bare(URI uri, String method) {
    HttpRequest.Builder bare = begin(uri).method(method, HttpRequest.BodyPublishers.noBody());
    options.customizer().customize(bare, null);
    return bare;
  }

  /**
   * Sends a request and waits until it is accepted. The body of the response is of no interest.
   *
   * @param connections send it
   * @param request the request
   * @param what names it in exceptions
   * @param atMost how long to wait
   * @throws TransportException if it could not be sent or was not accepted in time
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void send(HttpConnections connections, HttpRequest request, String what, Duration atMost)
      throws InterruptedException {
    CompletableFuture<Integer> reply = new CompletableFuture<>();
    Future<?> sending =
        connections.send(
            request,
            info -> {
              BodySubscriber<Void> body = BodySubscribers.discarding();
              var unused = body.getBody().thenRun(() -> reply.complete(info.statusCode()));
              return body;
            },
            reply::completeExceptionally);
    try {
      int status = reply.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      if (status / 100 != 2) {
        throw new HttpStatusException(
            "%s answered %s with status %d".formatted(name(options.uri()), what, status),
            status,
            "");
      }
    } catch (ExecutionException e) {
      throw HttpFailures.translate(name(options.uri()), e);
    } catch (TimeoutException e) {
      throw new TransportException(
          "%s did not accept %s within %d ms"
              .formatted(name(options.uri()), what, atMost.toMillis()),
          e);
    } finally {
      sending.cancel(true);
    }
  }

  private static HttpRequest.Builder begin(URI uri) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (HttpConnections.isCleartext(uri)) {
      // The upgrade offer to HTTP/2 without TLS makes some servers hang.
      request.version(HttpClient.Version.HTTP_1_1);
    }
    return request;
  }
}
