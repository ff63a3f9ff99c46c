/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.api.NotificationMeta;
import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Notifications;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.legacy.LegacyMethods;
import dev.mcp4j.api.legacy.LegacyRevision;
import dev.mcp4j.api.notification.CancelledNotificationParams;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.session.LegacyLink;
import dev.mcp4j.client.legacy.session.SessionGoneException;
import dev.mcp4j.client.transport.ClientNotification;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.client.transport.HttpOptions;
import dev.mcp4j.client.transport.http.HttpConnections;
import dev.mcp4j.client.transport.http.HttpExchange;
import dev.mcp4j.client.transport.http.HttpMessages;
import dev.mcp4j.client.transport.http.HttpPeer;
import dev.mcp4j.client.transport.http.HttpTransport;
import dev.mcp4j.client.transport.http.Lingering;
import dev.mcp4j.client.transport.http.ReplyReader;
import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import dev.mcp4j.jsonrpc.Payload;
import dev.mcp4j.jsonrpc.PayloadTypes;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streamable HTTP as revisions 2025-03-26 to 2025-11-25 have it: with a session header, a stream by
 * GET, and DELETE.
 *
 * <p>Specification 2025-11-25: basic/transports, Streamable HTTP.
 */
final class StreamableLink implements LegacyLink, HttpPeer {
  private static final String SESSION = "Mcp-Session-Id";

  /** How long the end of a session may hold up the end of the client. */
  private static final Duration DELETE = Duration.ofSeconds(2);

  /** How long a server may take to accept a message that nobody waits for. */
  private static final Duration ACCEPTANCE = Duration.ofSeconds(30);

  /** How many such messages may be under way, each with a thread and a connection of its own. */
  private static final int MAX_UNDER_WAY = 256;

  private static final Logger log = LoggerFactory.getLogger(StreamableLink.class);

  /** What the stream of what a server sends by itself is opened as. */
  private static final ClientRequest PUSH =
      new ClientRequest(
          new JsonRpcRequest(RequestId.of("mcp4j-push"), "the GET of its stream", Payload.NONE),
          Result.class,
          LegacyRevision.LATEST.wireName(),
          null,
          Map.of());

  private static final PayloadTypes TYPES =
      new PayloadTypes() {
        @Override
        public @Nullable Class<? extends NotificationParams> notificationParams(String method) {
          return PayloadTypes.CORE.notificationParams(method);
        }
      };

  private final HttpOptions options;
  private final HttpConnections connections;
  private final JsonRpcCodec codec;
  private final HttpMessages messages;
  private final Lingering lingering;
  private final Set<ResumableExchange> open = ConcurrentHashMap.newKeySet();
  private final Semaphore underWay = new Semaphore(MAX_UNDER_WAY);
  private volatile Consumer<JsonRpcMessage> unattributed = message -> {};
  private volatile @Nullable String sessionId;
  private volatile @Nullable LegacyRevision revision;
  private volatile @Nullable PushStream push;
  private volatile boolean gone;
  private volatile boolean closed;

  StreamableLink(HttpOptions options, HttpConnections connections) {
    this.options = options;
    this.connections = connections;
    this.codec = HttpTransport.codec(options);
    this.messages = new HttpMessages(options, codec);
    this.lingering = new Lingering(connections.executor());
  }

  @Override
  public void start(Consumer<JsonRpcMessage> unattributed) {
    this.unattributed = unattributed;
  }

  @Override
  public Exchange open(ClientRequest request) {
    if (closed) {
      throw new TransportException("the client is closed", null);
    }
    ResumableExchange exchange = new ResumableExchange(this, request);
    exchange.begin();
    open.add(exchange);
    if (closed) {
      exchange.closed();
    }
    return exchange;
  }

  @Override
  public void send(ClientNotification notification, Duration atMost) throws InterruptedException {
    String method = notification.message().method();
    try {
      messages.send(connections, post(notification.message()), method, atMost);
    } catch (HttpStatusException e) {
      if (e.status() != 404 || sessionId == null) {
        throw e;
      }
      gone();
      throw new SessionGoneException(
          "%s does not know the session of %s".formatted(target(), method));
    }
  }

  @Override
  public void answer(JsonRpcResponse response) {
    sendAsync(response);
  }

  @Override
  public void agreed(LegacyRevision revision) {
    this.revision = revision;
  }

  @Override
  public boolean listen(Duration atMost) throws InterruptedException {
    PushStream stream = new PushStream(this);
    push = stream;
    connections.executor().execute(stream);
    return stream.awaitOpen(atMost);
  }

  @Override
  public boolean isOpen() {
    return !closed && !gone;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    open.forEach(ResumableExchange::closed);
    endPush();
    if (sessionId != null && !gone) {
      delete();
    }
  }

  @Override
  public String target() {
    return HttpMessages.name(options.uri());
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
    unattributed.accept(message);
  }

  void forget(ResumableExchange exchange) {
    open.remove(exchange);
  }

  /** The session is of no use any more. */
  void gone() {
    gone = true;
    endPush();
  }

  HttpExchange post(ResumableExchange exchange) {
    ClientRequest request = exchange.request();
    return send(post(request.message()), request, (info, ready) -> replyTo(exchange, info, ready));
  }

  /** Fetches what follows the last event of a stream. */
  HttpExchange resume(ResumableExchange exchange) {
    return send(
        get(exchange.position()),
        exchange.request(),
        (info, ready) -> reply(exchange.request(), exchange.position(), info, ready));
  }

  HttpExchange openPush(PushStream stream) {
    return send(
        get(stream.position()),
        PUSH,
        (info, ready) -> {
          stream.answered(info);
          ReplyReader.ReplyContext context = context(PUSH, info, ready);
          ReplyReader other = ReplyReader.ofOther(info, context);
          return other == null ? new LegacyEvents(context, stream.position()) : other;
        });
  }

  /** Tells the server that a request is cancelled, which the end of its connection does not. */
  void sendCancelled(ClientRequest request, @Nullable String reason) {
    if (isOpen() && !request.message().method().equals(LegacyMethods.INITIALIZE.name())) {
      sendAsync(
          new JsonRpcNotification(
              Notifications.CANCELLED.name(),
              Payload.of(
                  new CancelledNotificationParams(
                      request.message().id(), reason, NotificationMeta.EMPTY))));
    }
  }

  private HttpExchange send(HttpRequest request, ClientRequest what, HttpExchange.Readers readers) {
    HttpExchange exchange = new HttpExchange(this, what.message().method(), readers);
    exchange.send(connections, request);
    return exchange;
  }

  private ReplyReader replyTo(
      ResumableExchange exchange, ResponseInfo info, Queue<JsonRpcMessage> ready) {
    ClientRequest request = exchange.request();
    if (request.message().method().equals(LegacyMethods.INITIALIZE.name())
        && info.statusCode() / 100 == 2) {
      sessionId = info.headers().firstValue(SESSION).filter(StreamableLink::isVisible).orElse(null);
    }
    return reply(request, exchange.position(), info, ready);
  }

  private ReplyReader reply(
      ClientRequest request,
      StreamPosition position,
      ResponseInfo info,
      Queue<JsonRpcMessage> ready) {
    ReplyReader.ReplyContext context = context(request, info, ready);
    ReplyReader other = ReplyReader.ofOther(info, context);
    if (other == null) {
      return new LegacyEvents(context, position);
    }
    return info.statusCode() == 404 && sessionId != null
        ? new GoneReply(other, context, this::gone)
        : other;
  }

  private ReplyReader.ReplyContext context(
      ClientRequest request, ResponseInfo info, Queue<JsonRpcMessage> ready) {
    return new ReplyReader.ReplyContext(this, request, TYPES, ready, info.statusCode());
  }

  private HttpRequest post(JsonRpcMessage message) {
    return inSession(messages.post(options.uri(), message)).build();
  }

  private HttpRequest get(StreamPosition position) {
    HttpRequest.Builder get =
        inSession(messages.bare(options.uri(), "GET")).setHeader("Accept", "text/event-stream");
    String lastEventId = position.lastEventId();
    if (lastEventId != null) {
      get.setHeader("Last-Event-ID", lastEventId);
    }
    return get.build();
  }

  private HttpRequest.Builder inSession(HttpRequest.Builder request) {
    String id = sessionId;
    if (id != null) {
      request.setHeader(SESSION, id);
    }
    LegacyRevision agreed = revision;
    if (agreed != null && agreed.isAtLeast(LegacyRevision.V2025_06_18)) {
      request.setHeader("MCP-Protocol-Version", agreed.wireName());
    }
    return request;
  }

  /** Sends what nobody waits for. A server that does not take it must not use up the client. */
  private void sendAsync(JsonRpcMessage message) {
    String what = name(message);
    if (!underWay.tryAcquire()) {
      log.debug("{} was not sent to {}: {} others are under way", what, target(), MAX_UNDER_WAY);
      return;
    }
    boolean handedOver = false;
    try {
      HttpRequest request = post(message);
      connections.executor().execute(() -> sendNow(request, what));
      handedOver = true;
    } catch (RuntimeException e) {
      log.debug("{} was not sent to {}", what, target(), e);
    } finally {
      if (!handedOver) {
        underWay.release();
      }
    }
  }

  private void sendNow(HttpRequest request, String what) {
    try {
      messages.send(connections, request, what, ACCEPTANCE);
    } catch (McpClientException e) {
      log.debug("not sent to {}: {}", target(), e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.release();
    }
  }

  /** What a message is: what it says is not for a log. */
  private static String name(JsonRpcMessage message) {
    if (message instanceof JsonRpcResponse response) {
      return "the answer to question " + response.id();
    }
    return message instanceof JsonRpcNotification notification
        ? notification.method()
        : "a request";
  }

  private void endPush() {
    PushStream stream = push;
    if (stream != null) {
      stream.close();
    }
  }

  /** Servers need not let clients end sessions, so whatever they answer is fine. */
  private void delete() {
    try {
      HttpRequest delete = inSession(messages.bare(options.uri(), "DELETE")).build();
      messages.send(connections, delete, "DELETE", DELETE);
    } catch (McpClientException e) {
      log.debug("the session was not deleted: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isVisible(String id) {
    return !id.isEmpty() && id.chars().allMatch(c -> c > 0x20 && c < 0x7f);
  }
}
