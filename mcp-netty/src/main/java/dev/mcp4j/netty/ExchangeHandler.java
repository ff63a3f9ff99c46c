/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import dev.mcp4j.server.transport.HttpEndpoint;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the exchanges of a connection of HTTP/1.1, one after the other, or the only one of a
 * stream of HTTP/2. Used on the thread of the channel only, but for {@link #forget}.
 */
final class ExchangeHandler extends ChannelInboundHandlerAdapter {
  private static final Logger log = LoggerFactory.getLogger(ExchangeHandler.class);
  private static final byte[] NOTHING = {};

  /** How long a client whose request is refused midway has to read the refusal. */
  private static final int LINGER_SECONDS = 5;

  private final NettyOptions options;
  private final HttpEndpoint endpoint;
  private final OpenExchanges open;
  private final IdleLimit idle;
  private final boolean ofStream;

  /** What a client sent ahead, while its last request was being served. */
  private final Queue<HttpObject> ahead = new ArrayDeque<>();

  private @Nullable NettyCall current;
  private @Nullable HttpRequest head;
  private BodyCollector body;
  private @Nullable Future<?> deadline;
  private boolean takingAhead;
  private boolean refusing;
  private boolean lingering;

  /** Whether a request that is refused has come in as a whole. */
  private boolean arrived;

  private boolean begun;

  /** The encoder of HTTP/1.1; null for a stream of HTTP/2. */
  private @Nullable ChannelHandlerContext encoder;

  /** Whether bytes came that may not be a whole request yet. */
  private boolean partial;

  ExchangeHandler(
      NettyOptions options,
      HttpEndpoint endpoint,
      OpenExchanges open,
      IdleLimit idle,
      boolean ofStream) {
    this.options = options;
    this.endpoint = endpoint;
    this.open = open;
    this.idle = idle;
    this.ofStream = ofStream;
    this.body = new BodyCollector(options.http().maxBodyBytes());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    encoder = ofStream ? null : ctx.pipeline().context(ResponseEncoder.class);
  }

  /** Notes that something comes in. */
  void bytesArrive() {
    partial = true;
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) {
    startClock(ctx);
    ctx.fireChannelReadComplete();
  }

  private void startClock(ChannelHandlerContext ctx) {
    if (partial && current == null && deadline == null && !refusing) {
      deadline =
          ctx.executor()
              .schedule(
                  () -> ctx.close(), options.requestDeadline().toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (!(message instanceof HttpObject object)) {
      ReferenceCountUtil.release(message);
    } else if (current != null && !refusing) {
      ahead.add(object);
      ctx.channel().config().setAutoRead(false);
    } else {
      take(ctx, object);
    }
  }

  private void take(ChannelHandlerContext ctx, HttpObject object) {
    try {
      if (refusing) {
        if (object instanceof LastHttpContent) {
          requestArrived(ctx);
        }
        return;
      }
      if (object.decoderResult().isFailure()) {
        refuse(ctx, object.decoderResult());
        return;
      }
      if (object instanceof HttpRequest request) {
        begin(ctx, request);
      }
      if (object instanceof HttpContent content && head != null) {
        add(ctx, content);
      }
    } finally {
      ReferenceCountUtil.release(object);
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest request) {
    head = request;
    partial = true;
    begun = true;
    idle.exchangeBegan();
    body = new BodyCollector(options.http().maxBodyBytes());
    if (HttpUtil.getContentLength(request, 0L) > options.http().maxBodyBytes()) {
      refusing = true;
      serve(ctx, request, null);
    } else if (HttpUtil.is100ContinueExpected(request)) {
      ctx.writeAndFlush(
          new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE));
    }
  }

  private void add(ChannelHandlerContext ctx, HttpContent content) {
    HttpRequest request = head;
    if (request == null) {
      return;
    }
    body.add(content.content());
    if (content instanceof LastHttpContent) {
      serve(ctx, request, body.body());
    } else if (body.isTooLarge()) {
      refusing = true;
      serve(ctx, request, null);
    }
  }

  private void serve(ChannelHandlerContext ctx, HttpRequest request, byte @Nullable [] bytes) {
    head = null;
    stopClock();
    boolean last = refusing || open.isAwaited() || (!ofStream && !HttpUtil.isKeepAlive(request));
    boolean isHead = request.method().equals(HttpMethod.HEAD);
    if (encoder != null) {
      ((ResponseEncoder) encoder.handler()).begin(isHead);
    }
    ResponseWriter writer =
        new ResponseWriter(ctx, encoder, options.http().writeDeadline().toNanos(), isHead, last);
    NettyCall call = new NettyCall(ctx, options, request, bytes, last, writer, this);
    current = call;
    open.add(call);
    try {
      endpoint.serve(call);
    } catch (IOException e) {
      log.debug("A client left before its request was complete", e);
      call.abort();
    } catch (RuntimeException | Error e) {
      log.error("Serving {} {} failed", call.method(), call.path(), e);
      if (!call.isAnswered()) {
        call.reply(HttpResponseStatus.INTERNAL_SERVER_ERROR.code(), Map.of(), NOTHING);
      }
    }
  }

  private void refuse(ChannelHandlerContext ctx, DecoderResult result) {
    refusing = true;
    stopClock();
    HttpResponseStatus status = HttpResponseStatus.BAD_REQUEST;
    if (result.cause() instanceof TooLongHttpLineException) {
      status = HttpResponseStatus.REQUEST_URI_TOO_LONG;
    } else if (result.cause() instanceof TooLongHttpHeaderException) {
      status = HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
    }
    var response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status);
    response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    response.headers().set(HttpHeaderNames.CONNECTION, "close");
    ctx.writeAndFlush(response).addListener(written -> linger(ctx));
  }

  private void requestArrived(ChannelHandlerContext ctx) {
    arrived = true;
    if (lingering) {
      ctx.close();
    }
  }

  /**
   * Ends a channel whose client may still send, and takes what it sends for a while. Closing a
   * connection at once would reset it, and the client would lose the answer; and the HTTP/2 client
   * of older JDKs overlooks the reset of a stream that has its answer, and waits for room to send.
   */
  private void linger(ChannelHandlerContext ctx) {
    if (arrived) {
      ctx.close();
      return;
    }
    lingering = true;
    if (!ofStream
        && ctx.pipeline().get(SslHandler.class) == null
        && ctx.channel() instanceof DuplexChannel channel) {
      channel.shutdownOutput();
    }
    ctx.channel().config().setAutoRead(true);
    ctx.executor().schedule(() -> giveUp(ctx), LINGER_SECONDS, TimeUnit.SECONDS);
  }

  private void giveUp(ChannelHandlerContext ctx) {
    if (ofStream && ctx.channel().isActive()) {
      ctx.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.NO_ERROR))
          .addListener(written -> ctx.close());
    } else {
      ctx.close();
    }
  }

  private void stopClock() {
    partial = false;
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }

  /**
   * Goes on after an exchange. Called on the thread of the channel.
   *
   * @param last whether it was the last one of this channel
   */
  void ended(ChannelHandlerContext ctx, NettyCall call, boolean last) {
    open.remove(call);
    current = null;
    end();
    if (refusing && ctx.channel().isActive()) {
      linger(ctx);
      return;
    }
    if (last || !ctx.channel().isActive()) {
      ctx.close();
      return;
    }
    if (takingAhead || ahead.isEmpty()) {
      return;
    }
    takingAhead = true;
    try {
      while (current == null && !ahead.isEmpty()) {
        take(ctx, ahead.remove());
      }
    } finally {
      takingAhead = false;
    }
    if (ahead.isEmpty()) {
      startClock(ctx);
      ctx.channel().config().setAutoRead(true);
    }
  }

  private void end() {
    if (begun) {
      begun = false;
      idle.exchangeEnded();
    }
  }

  /** Drops an exchange whose channel has no thread any more. Safe for use by any thread. */
  void forget(NettyCall call) {
    open.remove(call);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    stopClock();
    ahead.forEach(ReferenceCountUtil::release);
    ahead.clear();
    if (current != null) {
      current.abort();
    }
    end();
    ctx.fireChannelInactive();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    log.debug("A connection broke", cause);
    ctx.close();
  }
}
