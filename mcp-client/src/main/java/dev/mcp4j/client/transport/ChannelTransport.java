/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.api.Methods;
import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.ProgressToken;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.RequestMeta;
import dev.mcp4j.api.RequestParams;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.extension.ExtensionNotificationParams;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.ProtocolException;
import dev.mcp4j.client.ReplyTooLargeException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.Inbound;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import dev.mcp4j.jsonrpc.framing.ByteSlice;
import dev.mcp4j.jsonrpc.json.JsonShapeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A transport over one channel that all requests share. Responses find their exchange by id,
 * progress by its token, changes by the subscription they name. Log messages carry no such mark:
 * they go to every open exchange that asked for their level.
 *
 * <p>A message that cannot be read is skipped, with one warning for the life of the transport,
 * unless it can only be the response to an open request: then that exchange fails.
 *
 * <p>Specification 2026-07-28: basic/transports/stdio.
 */
public final class ChannelTransport implements ClientTransport {
  private static final Logger log = LoggerFactory.getLogger(ChannelTransport.class);

  private final MessageChannel channel;
  private final JsonRpcCodec codec;
  private final Map<RequestId, ChannelExchange> open = new ConcurrentHashMap<>();
  private final Map<ProgressToken, ChannelExchange> byToken = new ConcurrentHashMap<>();
  private final AtomicBoolean warnedOfGarbage = new AtomicBoolean();
  private final PayloadTypes types = new OpenTypes();
  private Consumer<JsonRpcMessage> unmatched = message -> {};

  /**
   * Makes a transport.
   *
   * @param channel moves the messages; closed with the transport
   * @param codec reads and writes them
   */
  public ChannelTransport(MessageChannel channel, JsonRpcCodec codec) {
    this.channel = channel;
    this.codec = codec;
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unmatched) {
    this.unmatched = unmatched;
    channel.start(new ChannelReceiver());
  }

  @Override
  public Exchange open(ClientRequest request) {
    byte[] bytes = codec.encode(request.message());
    RequestId id = request.message().id();
    RequestMeta meta = meta(request);
    ChannelExchange exchange = new ChannelExchange(this, request, meta.logLevel());
    if (open.putIfAbsent(id, exchange) != null) {
      throw new IllegalStateException("a request with id %s is still open".formatted(id));
    }
    if (meta.progressToken() != null) {
      byToken.put(meta.progressToken(), exchange);
    }
    try {
      channel.send(bytes);
    } catch (TransportException e) {
      forget(exchange);
      throw e;
    }
    return exchange;
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) {
    channel.send(codec.encode(notification.message()));
  }

  @Override
  public void answer(JsonRpcResponse response) {
    channel.send(codec.encode(response));
  }

  @Override
  public String target() {
    return channel.target();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() {
    failAll(() -> new CallCancelledException("the client was closed", null));
    channel.close();
  }

  /** How many exchanges wait for their response. */
  int openExchanges() {
    return open.size() + byToken.size();
  }

  /** Takes an exchange out; false if it was out already, and whoever took it ends it. */
  boolean forget(ChannelExchange exchange) {
    ProgressToken token = meta(exchange.request()).progressToken();
    if (token != null) {
      byToken.remove(token, exchange);
    }
    return open.remove(exchange.request().message().id(), exchange);
  }

  void sendCancelled(ClientRequest request, @Nullable String reason) {
    RequestId id = request.message().id();
    var params = new CancelledNotificationParams(id, reason, NotificationMeta.EMPTY);
    try {
      channel.send(
          codec.encode(
              new JsonRpcNotification(Notifications.CANCELLED.name(), Payload.of(params))));
    } catch (TransportException e) {
      log.debug("request {} could not be cancelled: {}", id, e.getMessage());
    }
  }

  private static RequestMeta meta(ClientRequest request) {
    return request.message().params() instanceof Payload.Typed typed
            && typed.value() instanceof RequestParams params
        ? params.meta()
        : RequestMeta.EMPTY;
  }

  private void failAll(Supplier<? extends McpClientException> reason) {
    for (Iterator<ChannelExchange> all = open.values().iterator(); all.hasNext(); ) {
      ChannelExchange exchange = all.next();
      if (forget(exchange)) {
        exchange.fail(reason);
      }
    }
  }

  private void fail(ChannelExchange exchange, Supplier<? extends McpClientException> reason) {
    if (forget(exchange)) {
      exchange.fail(reason);
    }
  }

  /** The one exchange a message without a readable id can only be for; null if there are more. */
  private @Nullable ChannelExchange only() {
    ChannelExchange only = null;
    for (ChannelExchange exchange : open.values()) {
      if (!exchange.request().message().method().equals(Methods.LISTEN.name())) {
        if (only != null) {
          return null;
        }
        only = exchange;
      }
    }
    return only;
  }

  private void dispatch(Inbound inbound) {
    if (inbound instanceof Inbound.Single single) {
      dispatch(single.message());
    } else if (inbound instanceof Inbound.Batch batch) {
      batch.messages().forEach(this::dispatch);
    } else if (inbound instanceof Inbound.Malformed malformed) {
      dispatchMalformed(malformed);
    }
  }

  private void dispatchMalformed(Inbound.Malformed malformed) {
    ChannelExchange exchange = addressee(malformed);
    if (exchange != null) {
      fail(exchange, () -> unreadable(exchange.request(), malformed.reason()));
    } else if (warnedOfGarbage.compareAndSet(false, true)) {
      log.warn(
          "{} sent something that is no message, skipped (more of it is logged at debug): {}",
          channel.target(),
          malformed.reason());
    } else {
      log.debug("{} sent something that is no message: {}", channel.target(), malformed.reason());
    }
  }

  /** Servers send no requests, so whatever names an id, or is no less than a response, is one. */
  private @Nullable ChannelExchange addressee(Inbound.Malformed malformed) {
    if (malformed.id() != null) {
      return malformed.defect() == Inbound.Defect.PARAMS ? null : open.get(malformed.id());
    }
    return malformed.defect() == Inbound.Defect.RESPONSE ? only() : null;
  }

  private static ProtocolException unreadable(ClientRequest request, String reason) {
    return new ProtocolException(
        "the response to %s cannot be read: %s".formatted(request.message().method(), reason),
        null);
  }

  private void dispatch(JsonRpcMessage message) {
    if (message instanceof JsonRpcResponse response) {
      dispatchResponse(response);
    } else if (message instanceof JsonRpcNotification notification) {
      dispatchNotification(notification);
    } else {
      unmatched.accept(message);
    }
  }

  private void dispatchResponse(JsonRpcResponse response) {
    RequestId id = response.id();
    ChannelExchange exchange = id == null ? only() : open.get(id);
    if (exchange == null || !forget(exchange)) {
      unmatched.accept(response);
    } else if (response instanceof JsonRpcResult result) {
      finish(exchange, result);
    } else {
      exchange.finish(response);
    }
  }

  /** Reads what is still bytes, for they are only good until the channel reuses its buffer. */
  private void finish(ChannelExchange exchange, JsonRpcResult result) {
    if (exchange.request().resultType() == Result.class) {
      exchange.finish(new JsonRpcResult(result.id(), detached(result.result())));
      return;
    }
    try {
      Reply<?> reply = codec.readReply(result.result(), exchange.request().resultType());
      exchange.finish(new JsonRpcResult(result.id(), Payload.of(reply)));
    } catch (JsonShapeException e) {
      exchange.fail(() -> unreadable(exchange.request(), e.getMessage()));
    }
  }

  private void dispatchNotification(JsonRpcNotification received) {
    JsonRpcNotification notification = detached(received);
    Object params = notification.params() instanceof Payload.Typed typed ? typed.value() : null;
    if (params instanceof LoggingMessageNotificationParams message) {
      deliverLog(notification, message);
      return;
    }
    ChannelExchange exchange = null;
    if (params instanceof ProgressNotificationParams progress) {
      exchange = byToken.get(progress.progressToken());
    } else if (params instanceof CancelledNotificationParams cancelled) {
      exchange = open.get(cancelled.requestId());
    } else if (params instanceof NotificationParams any && any.meta().subscriptionId() != null) {
      exchange = open.get(any.meta().subscriptionId());
    }
    if (exchange == null) {
      unmatched.accept(notification);
    } else {
      exchange.deliver(notification);
    }
  }

  private void deliverLog(JsonRpcNotification notification, LoggingMessageNotificationParams log) {
    boolean wanted = false;
    for (ChannelExchange exchange : open.values()) {
      if (exchange.wantsLog(log.level())) {
        exchange.deliver(notification);
        wanted = true;
      }
    }
    if (!wanted) {
      unmatched.accept(notification);
    }
  }

  private static JsonRpcNotification detached(JsonRpcNotification notification) {
    return new JsonRpcNotification(notification.method(), detached(notification.params()));
  }

  private static Payload detached(Payload payload) {
    if (!(payload instanceof Payload.Raw raw)) {
      return payload;
    }
    byte[] own = ByteSlice.of(raw.bytes(), raw.offset(), raw.length()).toByteArray();
    return new Payload.Raw(own, 0, own.length);
  }

  private final class ChannelReceiver implements MessageChannel.Receiver {
    @Override
    public void onMessage(ByteSlice message) {
      dispatch(codec.decode(message.array(), message.offset(), message.length(), types));
    }

    @Override
    public void onTooLong(ByteSlice head, long limitBytes) {
      RequestId id = MessageHead.idOf(head);
      ChannelExchange exchange = id == null ? only() : open.get(id);
      log.warn("{} sent a message of more than {} bytes, skipped", channel.target(), limitBytes);
      if (exchange != null) {
        fail(exchange, () -> new ReplyTooLargeException(limitBytes));
      }
    }

    @Override
    public void onClosed(Supplier<? extends McpClientException> reason) {
      failAll(reason);
    }
  }

  private final class OpenTypes implements PayloadTypes {
    @Override
    public @Nullable Class<? extends NotificationParams> notificationParams(String method) {
      // What an extension reports says in its metadata which subscription it belongs to.
      return Objects.requireNonNullElse(
          PayloadTypes.CORE.notificationParams(method), ExtensionNotificationParams.class);
    }

    @Override
    public @Nullable Class<? extends Result> result(RequestId id) {
      ChannelExchange exchange = open.get(id);
      Class<? extends Result> type = exchange == null ? null : exchange.request().resultType();
      return type == Result.class ? null : type;
    }
  }
}
