/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An exchange over Netty whose request is complete. */
final class NettyCall implements HttpCall {
  private static final Logger log = LoggerFactory.getLogger(NettyCall.class);
  private static final Caller CALLER = Caller.anonymous("http");

  private final ChannelHandlerContext ctx;
  private final NettyOptions options;
  private final HttpRequest request;
  private final byte @Nullable [] body;
  private final boolean last;
  private final ExchangeHandler owner;
  private final RequestHeaders headers;
  private final String path;
  private final ResponseWriter writer;

  private final ReentrantLock lock = new ReentrantLock();
  private boolean answered;
  private boolean ended;
  private @Nullable NettyEventStream stream;
  private List<Runnable> endActions = List.of();

  /**
   * Makes a call.
   *
   * @param ctx the channel
   * @param options limits and deadlines
   * @param request its head
   * @param body its body; null if it is too large
   * @param last whether the channel is closed after it
   * @param writer writes its response
   * @param owner told when it has ended
   */
  NettyCall(
      ChannelHandlerContext ctx,
      NettyOptions options,
      HttpRequest request,
      byte @Nullable [] body,
      boolean last,
      ResponseWriter writer,
      ExchangeHandler owner) {
    this.ctx = ctx;
    this.options = options;
    this.request = request;
    this.body = body;
    this.last = last;
    this.owner = owner;
    this.headers = new NettyHeaders(request.headers());
    this.path = pathOf(request.uri());
    this.writer = writer;
  }

  private static String pathOf(String target) {
    if (target.startsWith("/")) {
      int query = target.indexOf('?');
      return query < 0 ? target : target.substring(0, query);
    }
    try {
      String path = new URI(target).getRawPath();
      return path == null ? "" : path;
    } catch (URISyntaxException e) {
      return target;
    }
  }

  @Override
  public String method() {
    return request.method().name();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public @Nullable String query() {
    int query = request.uri().indexOf('?');
    return query < 0 ? null : request.uri().substring(query + 1);
  }

  @Override
  public boolean mayBlock() {
    return !ctx.executor().inEventLoop();
  }

  @Override
  public RequestHeaders headers() {
    return headers;
  }

  @Override
  public byte @Nullable [] body() {
    return body;
  }

  @Override
  public Caller caller() {
    return CALLER;
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] body) {
    claim(null);
    run(() -> write(status, headers, body));
  }

  private void write(int status, Map<String, String> headers, byte[] body) {
    try {
      writer.reply(status, headers, body, this::end);
    } catch (IllegalArgumentException e) {
      log.error("The response to {} {} cannot be written: {}", method(), path, e.getMessage());
      abort();
    }
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    NettyEventStream opened =
        new NettyEventStream(writer, options.http().maxQueuedEvents(), this::run, this::end);
    if (claim(opened)) {
      opened.start(headers);
    } else {
      opened.abort();
    }
    return opened;
  }

  /** Tells whether the answer can still be sent. */
  private boolean claim(@Nullable NettyEventStream opened) {
    lock.lock();
    try {
      if (answered) {
        throw new IllegalStateException("the call is answered already");
      }
      answered = true;
      stream = opened;
      return !ended;
    } finally {
      lock.unlock();
    }
  }

  boolean isAnswered() {
    lock.lock();
    try {
      return answered;
    } finally {
      lock.unlock();
    }
  }

  /** Does something on the thread of the channel, unless the exchange has ended by then. */
  private void run(Runnable action) {
    if (ctx.executor().inEventLoop()) {
      action.run();
      return;
    }
    try {
      ctx.executor().execute(action);
    } catch (RejectedExecutionException e) {
      end();
    }
  }

  @Override
  public void onClosed(Runnable action) {
    lock.lock();
    try {
      if (!ended) {
        endActions = new ArrayList<>(endActions);
        endActions.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  /** Ends the exchange as it is: its server stops, or its client has gone. */
  void abort() {
    ctx.close();
    end();
  }

  private void end() {
    List<Runnable> actions;
    NettyEventStream open;
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      open = stream;
      actions = endActions;
      endActions = List.of();
    } finally {
      lock.unlock();
    }
    if (open != null) {
      open.abort();
    }
    actions.forEach(Runnable::run);
    if (ctx.executor().inEventLoop()) {
      owner.ended(ctx, this, last);
    } else {
      endElsewhere();
    }
  }

  private void endElsewhere() {
    try {
      ctx.executor().execute(() -> owner.ended(ctx, this, last));
    } catch (RejectedExecutionException e) {
      owner.forget(this);
    }
  }
}
