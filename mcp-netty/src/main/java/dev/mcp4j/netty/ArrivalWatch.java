/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Tells the exchanges of a connection of HTTP/1.1 that bytes came, before they are a request. */
final class ArrivalWatch extends ChannelInboundHandlerAdapter {
  private final ExchangeHandler exchanges;

  ArrivalWatch(ExchangeHandler exchanges) {
    this.exchanges = exchanges;
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    exchanges.bytesArrive();
    ctx.fireChannelRead(message);
  }
}
