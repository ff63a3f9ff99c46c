/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
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
import org.jspecify.annotations.Nullable;

/**
 * Writes one response, and closes the channel when its client takes nothing for too long. Used on
 * the thread of the channel.
 */
final class ResponseWriter {
  /** The larger the piece, the later it shows that a client has stopped reading. */
  private static final int PIECE = 64 << 10;

  private final ChannelHandlerContext ctx;
  private final @Nullable ChannelHandlerContext encoder;
  private final long deadlineNanos;
  private final boolean head;
  private final boolean last;
  private int pending;
  private boolean watching;
  private long lastProgress;

  /**
   * Makes a writer.
   *
   * @param ctx the channel
   * @param encoder the encoder of HTTP/1.1, which complete responses pass by; null for HTTP/2
   * @param deadlineNanos how long the client may take nothing
   * @param head whether the request was {@code HEAD}
   * @param last whether the channel is closed after it
   */
  ResponseWriter(
      ChannelHandlerContext ctx,
      @Nullable ChannelHandlerContext encoder,
      long deadlineNanos,
      boolean head,
      boolean last) {
    this.ctx = ctx;
    this.encoder = encoder;
    this.deadlineNanos = deadlineNanos;
    this.head = head;
    this.last = last;
  }

  /** Writes a complete response. */
  void reply(int code, Map<String, String> headers, byte[] body, Runnable onEnd) {
    if (!head && body.length > PIECE) {
      HttpResponse response =
          new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(code));
      fill(response, headers, body.length);
      put(response, ResponseWriter::doNothing);
      part(body, ResponseWriter::doNothing);
      end(onEnd);
    } else if (encoder == null) {
      HttpResponse response =
          new DefaultFullHttpResponse(
              HttpVersion.HTTP_1_1,
              HttpResponseStatus.valueOf(code),
              head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(body));
      fill(response, headers, body.length);
      put(response, onEnd);
    } else {
      follow(encoder.write(PlainResponse.of(ctx.alloc(), code, headers, body, head, last)), onEnd);
    }
    flush();
  }

  private void fill(HttpResponse response, Map<String, String> headers, int length) {
    fill(response, headers);
    if (!response.status().equals(HttpResponseStatus.NO_CONTENT)) {
      response.headers().set(HttpHeaderNames.CONTENT_LENGTH, length);
    }
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
    follow(ctx.write(message), onWritten);
  }

  private void follow(ChannelFuture write, Runnable onWritten) {
    pending++;
    write.addListener(
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
