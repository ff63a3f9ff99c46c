/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import java.util.List;

/** Finds out by the first bytes of a connection whether its client speaks HTTP/2. */
final class PrefaceDetector extends ByteToMessageDecoder {
  private final ConnectionSetup setup;
  private final IdleLimit idle;

  PrefaceDetector(ConnectionSetup setup, IdleLimit idle) {
    this.setup = setup;
    this.idle = idle;
  }

  @Override
  protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
    ByteBuf preface = Http2CodecUtil.connectionPrefaceBuf();
    try {
      int known = Math.min(in.readableBytes(), preface.readableBytes());
      boolean same =
          ByteBufUtil.equals(in, in.readerIndex(), preface, preface.readerIndex(), known);
      if (same && known < preface.readableBytes()) {
        return;
      }
      if (same) {
        setup.http2(ctx.pipeline(), idle);
      } else {
        setup.http1(ctx.pipeline(), idle);
      }
      ctx.pipeline().remove(this);
    } finally {
      preface.release();
    }
  }
}
