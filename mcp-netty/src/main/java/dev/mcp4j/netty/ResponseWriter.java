/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Writes one response, and closes the channel when its client takes nothing for too long. Used on
 * the thread of the channel.
 */
final class ResponseWriter {
  /** The larger the piece, the later it shows that a client has stopped reading. */
  private static final int PIECE = 64 << 10;

  private final ChannelHandlerContext ctx;
  private final long deadlineNanos;
  private final boolean head;
  private final boolean last;
  private int pending;
  private boolean watching;
  private long lastProgress;

  ResponseWriter(ChannelHandlerContext ctx, long deadlineNanos, boolean head, boolean last) {
    this.ctx = ctx;
    this.deadlineNanos = deadlineNanos;
    this.head = head;
    this.last = last;
  }

  /** Writes a complete response. */
  void reply(int code, Map<String, String> headers, byte[] body, Runnable onEnd) {
    HttpResponseStatus status = HttpResponseStatus.valueOf(code);
    boolean whole = head || body.length <= PIECE;
    HttpResponse response =
        whole
            ? new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                status,
                head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body))
            : new DefaultHttpResponse(HttpVersion.HTTP_1_1, status);
    fill(response, headers);
    if (code != HttpResponseStatus.NO_CONTENT.code()) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, body.length);
    }
    if (whole) {
      put(response, onEnd);
    } else {
      put(response, ResponseWriter::doNothing);
      pieces(Unpooled.wrappedBuffer(body), ResponseWriter::doNothing);
      put(LastHttpContent.EMPTY_LAST_CONTENT, onEnd);
    }
    flush();
  }

  /** Starts a response of unknown length. */
  void begin(Map<String, String> headers) {
    HttpResponse response = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
    fill(response, headers);
    response.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
    put(response, ResponseWriter::doNothing);
    flush();
  }

  private void fill(HttpResponse response, Map<String, String> headers) {
    headers.forEach(response.headers()::set);
    response.headers().set(HttpHeaderNames.DATE, HttpDate.now());
    if (last) {
      response.headers().set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
    }
  }

  /** Writes a part of the body. Nothing leaves before {@link #flush}. */
  void part(byte[] bytes, Runnable onWritten) {
    if (head) {
      onWritten.run();
    } else {
      pieces(Unpooled.wrappedBuffer(bytes), onWritten);
    }
  }

  /** Ends the body. Nothing leaves before {@link #flush}. */
  void end(Runnable onEnd) {
    put(LastHttpContent.EMPTY_LAST_CONTENT, onEnd);
  }

  private static void doNothing() {}

  private void pieces(ByteBuf bytes, Runnable onWritten) {
    while (bytes.readableBytes() > PIECE) {
      put(new DefaultHttpContent(bytes.readRetainedSlice(PIECE)), ResponseWriter::doNothing);
    }
    put(new DefaultHttpContent(bytes), onWritten);
  }

  private void put(Object message, Runnable onWritten) {
    pending++;
    ctx.write(message)
        .addListener(
            written -> {
              pending--;
              if (watching) {
                lastProgress = System.nanoTime();
              }
              if (written.isSuccess()) {
                onWritten.run();
              } else {
                ctx.close();
              }
            });
  }

  void flush() {
    ctx.flush();
    if (pending > 0 && !watching) {
      watching = true;
      lastProgress = System.nanoTime();
      watch(deadlineNanos);
    }
  }

  private void watch(long nanos) {
    ctx.executor().schedule(this::check, nanos, TimeUnit.NANOSECONDS);
  }

  private void check() {
    long left = deadlineNanos - (System.nanoTime() - lastProgress);
    if (pending == 0) {
      watching = false;
    } else if (left <= 0) {
      ctx.close();
    } else {
      watch(left);
    }
  }
}
