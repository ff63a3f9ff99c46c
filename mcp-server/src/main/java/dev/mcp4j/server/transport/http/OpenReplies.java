/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcRequest;
import dev.mcp4j.server.core.ServerCore;
import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpOptions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** The requests that have no complete response yet. One task of the ticker drives them all. */
final class OpenReplies {
  private final ServerCore core;
  private final JsonRpcCodec codec;
  private final ReplyTiming timing;
  private final Semaphore listens;
  private final Set<HttpReply> open = ConcurrentHashMap.newKeySet();
  private final Ticker.Registration beat;
  private volatile boolean draining;

  OpenReplies(ServerCore core, JsonRpcCodec codec, HttpOptions options) {
    this.core = core;
    this.codec = codec;
    this.timing = ReplyTiming.of(options);
    this.listens = new Semaphore(options.maxListens());
    this.beat = core.ticker().add(now -> open.forEach(reply -> reply.tick(now)));
  }

  /**
   * Runs a request on this thread. Returns when its handler has, also if the request stays open.
   */
  void run(JsonRpcRequest request, HttpCall call) {
    HttpReply reply = new HttpReply(core, codec, timing, request, call, this);
    open.add(reply);
    call.onClosed(reply::abandon);
    reply.run();
    if (draining) {
      reply.completeIfOpen();
    }
  }

  boolean admitsListen() {
    return listens.tryAcquire();
  }

  void listenEnded() {
    listens.release();
  }

  void ended(HttpReply reply) {
    open.remove(reply);
  }

  /** Ends subscriptions with their result, also those that open from now on. */
  void drain() {
    draining = true;
    open.forEach(HttpReply::completeIfOpen);
  }

  /** Ends all of them. */
  void close() {
    beat.remove();
    open.forEach(HttpReply::abandon);
  }
}
