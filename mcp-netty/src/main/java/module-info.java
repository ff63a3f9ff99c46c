/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Serves MCP over Netty. */
@org.jspecify.annotations.NullMarked
module dev.mcp4j.netty {
  requires static transitive org.jspecify;
  requires transitive dev.mcp4j.server;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.codec.http;
  requires io.netty.codec.http2;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;
  requires org.slf4j;

  exports dev.mcp4j.netty;
}
