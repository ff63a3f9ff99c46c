/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.auth.AuthorizationException;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.client.transport.MessageChannel;
import dev.mcp4j.client.transport.http.HttpConnections;
import dev.mcp4j.client.transport.http.HttpExchange;
import dev.mcp4j.client.transport.http.HttpFailures;
import dev.mcp4j.client.transport.http.HttpMessages;
import dev.mcp4j.client.transport.http.HttpPeer;
import dev.mcp4j.client.transport.http.HttpTransport;
import dev.mcp4j.client.transport.http.Lingering;
import dev.mcp4j.client.transport.http.ReplyReader;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.framing.SseDecoder;
import dev.mcp4j.jsonrpc.framing.SseEvent;
import dev.mcp4j.jsonrpc.framing.SseSink;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * HTTP+SSE as a channel: one stream for everything that is received, and a POST for everything that
 * is sent, to the endpoint the stream names first.
 *
 * <p>Specification 2024-11-05: basic/transports, HTTP with SSE.
 */
final class SseChannel implements MessageChannel, HttpPeer {
  private static final Duration FOREVER = Duration.ofDays(1);

  /** How long a server may take to accept what is no request; later messages wait for it. */
  private static final Duration ACCEPTANCE = Duration.ofSeconds(30);

  /** How many messages may be under way, each with a thread and a connection of its own. */
  private static final int MAX_UNDER_WAY = 1_000;

  private static final JsonRpcNotification CONNECTED =
      new JsonRpcNotification("endpoint", Payload.NONE);

  private final HttpOptions options;
  private final HttpConnections connections;
  private final JsonRpcCodec codec;
  private final HttpMessages messages;
  private final Lingering lingering;
  private final HttpExchange stream;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final ReentrantLock sending = new ReentrantLock();
  private final Semaphore underWay = new Semaphore(MAX_UNDER_WAY);
  private CompletableFuture<?> notified = CompletableFuture.completedFuture(null);
  private volatile @Nullable URI endpoint;
  private volatile @Nullable Receiver receiver;

  private SseChannel(HttpOptions options, HttpConnections connections) {
    this.options = options;
    this.connections = connections;
    this.codec = HttpTransport.codec(options);
    this.messages = new HttpMessages(options, codec);
    this.lingering = new Lingering(connections.executor());
    this.stream = new HttpExchange(this, "the GET of its stream", this::reader);
  }

  /** Connects. Blocks until the server has named its endpoint. */
  static SseChannel connect(HttpOptions options, HttpConnections connections, Duration atMost)
      throws InterruptedException {
    SseChannel channel = new SseChannel(options, connections);
    boolean connected = false;
    try {
      channel.stream.send(
          connections,
          channel
              .messages
              .bare(options.uri(), "GET")
              .setHeader("Accept", "text/event-stream")
              .build());
      connected = channel.stream.next(atMost) != null;
      if (!connected) {
        throw new TransportException(
            "%s named no endpoint within %d ms".formatted(channel.target(), atMost.toMillis()),
            null);
      }
      return channel;
    } finally {
      if (!connected) {
        channel.stream.cancel(null);
      }
    }
  }

  @Override
  public void start(Receiver receiver) {
    this.receiver = receiver;
    connections.executor().execute(this::read);
  }

  @Override
  public void send(byte[] message) {
    if (!isOpen()) {
      throw new TransportException("the connection is closed", null);
    }
    Inbound decoded = codec.decode(message, 0, message.length, PayloadTypes.NONE);
    JsonRpcMessage sent = ((Inbound.Single) decoded).message();
    if (!underWay.tryAcquire()) {
      throw new TransportException(
          "%d messages wait to be accepted by the server".formatted(MAX_UNDER_WAY), null);
    }
    sending.lock();
    try {
      // What follows a notification may depend on it; nothing depends on a request.
      CompletableFuture<?> accepted =
          notified
              .handle((done, e) -> done)
              .thenCompose(d -> post(sent))
              .whenComplete((done, e) -> underWay.release());
      if (sent instanceof JsonRpcNotification) {
        notified = accepted;
      }
    } finally {
      sending.unlock();
    }
  }

  @Override
  public boolean isOpen() {
    return !closed.get();
  }

  @Override
  public String target() {
    return HttpMessages.name(options.uri());
  }

  @Override
  public void close() {
    end(() -> new CallCancelledException("the client was closed", null));
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
  public void unmatched(JsonRpcMessage message) {}

  @Override
  public void forget(HttpExchange exchange) {}

  private CompletableFuture<?> post(JsonRpcMessage message) {
    CompletableFuture<Boolean> accepted = new CompletableFuture<>();
    HttpRequest request = messages.post(Objects.requireNonNull(endpoint), message).build();
    if (!(message instanceof JsonRpcRequest)) {
      connections.executor().execute(() -> accepted.complete(isAccepted(request)));
      return accepted;
    }
    try {
      var unused =
          connections.send(
              request,
              info -> {
                if (info.statusCode() / 100 != 2) {
                  end(() -> refusal(info.statusCode()));
                }
                accepted.complete(true);
                return BodySubscribers.discarding();
              },
              failure -> {
                end(() -> HttpFailures.translate(target(), failure));
                accepted.complete(false);
              });
    } catch (TransportException e) {
      accepted.complete(false);
    }
    return accepted;
  }

  private boolean isAccepted(HttpRequest request) {
    try {
      messages.send(connections, request, "a message", ACCEPTANCE);
      return true;
    } catch (HttpStatusException e) {
      end(() -> refusal(e.status()));
    } catch (AuthorizationException e) {
      end(() -> new AuthorizationException(e.getMessage(), e.error(), e));
    } catch (McpClientException e) {
      end(() -> new TransportException(e.getMessage(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  private HttpStatusException refusal(int status) {
    return new HttpStatusException(
        "%s answered a message with status %d".formatted(target(), status), status, "");
  }

  private void read() {
    try {
      while (true) {
        JsonRpcMessage unused = stream.next(FOREVER);
      }
    } catch (McpClientException e) {
      end(() -> new TransportException(e.getMessage(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Supplier<? extends McpClientException> reason) {
    if (closed.compareAndSet(false, true)) {
      stream.cancel(null);
      Receiver last = receiver;
      if (last != null) {
        last.onClosed(reason);
      }
    }
  }

  private ReplyReader reader(ResponseInfo info, Queue<JsonRpcMessage> ready) {
    if (info.statusCode() != 200 || !ReplyReader.isEvents(info)) {
      String type = info.headers().firstValue("Content-Type").orElse("none");
      throw new HttpStatusException(
          "%s answered the GET of its stream with status %d and content of type %s"
              .formatted(target(), info.statusCode(), type),
          info.statusCode(),
          "");
    }
    return new Events(ready);
  }

  private URI resolve(String named) {
    URI resolved;
    try {
      resolved = options.uri().resolve(named.strip());
    } catch (IllegalArgumentException e) {
      throw new ProtocolException(target() + " named an endpoint that is no URI", e);
    }
    boolean sameOrigin =
        options.uri().getScheme().equalsIgnoreCase(resolved.getScheme())
            && options.uri().getHost().equalsIgnoreCase(resolved.getHost())
            && options.uri().getPort() == resolved.getPort();
    if (!sameOrigin) {
      throw new ProtocolException(target() + " named an endpoint of another origin", null);
    }
    return resolved;
  }

  private final class Events implements ReplyReader, SseSink {
    private final Queue<JsonRpcMessage> ready;
    private final SseDecoder decoder = new SseDecoder(maxReplyBytes(), this);

    Events(Queue<JsonRpcMessage> ready) {
      this.ready = ready;
    }

    @Override
    public void feed(byte[] bytes) {
      decoder.feed(bytes, 0, bytes.length);
    }

    @Override
    public void end() {
      throw new TransportException(target() + " ended its stream", null);
    }

    @Override
    public void onEvent(SseEvent event) {
      if (event.type().equals("endpoint") && endpoint == null) {
        endpoint = resolve(new String(event.data().toByteArray(), StandardCharsets.UTF_8));
        ready.add(CONNECTED);
      } else if (event.type().equals(SseEvent.MESSAGE) && receiver != null) {
        receiver.onMessage(event.data());
      }
    }

    @Override
    public void onTooLong() {
      Receiver current = receiver;
      if (current != null) {
        current.onTooLong(ByteSlice.of(new byte[0]), maxReplyBytes());
      }
    }
  }
}
