/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection that has had no exchange for too long, whatever else passes over it. Used on
 * the thread of the connection only.
 */
final class IdleLimit extends ChannelInboundHandlerAdapter {
  private final long limitNanos;
  private int exchanges;
  private long idleSince;
  private @Nullable Future<?> check;

  IdleLimit(long limitMillis) {
    this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
  }

  void exchangeBegan() {
    exchanges++;
  }

  void exchangeEnded() {
    exchanges--;
    idleSince = System.nanoTime();
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    idleSince = System.nanoTime();
    checkAfter(ctx, limitNanos);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (check != null) {
      check.cancel(false);
    }
    ctx.fireChannelInactive();
  }

  private void checkAfter(ChannelHandlerContext ctx, long nanos) {
    check = ctx.executor().schedule(() -> check(ctx), nanos, TimeUnit.NANOSECONDS);
  }

  private void check(ChannelHandlerContext ctx) {
    long left = limitNanos - (System.nanoTime() - idleSince);
    if (exchanges > 0) {
      checkAfter(ctx, limitNanos);
    } else if (left > 0) {
      checkAfter(ctx, left);
    } else {
      // From the end of the pipeline, so that HTTP/2 says goodbye.
      ctx.channel().close();
    }
  }
}
