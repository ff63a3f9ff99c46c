/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.DefaultHttp2GoAwayFrame;
import io.netty.handler.codec.http2.Http2Error;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The exchanges that have not ended. */
final class OpenExchanges {
  private final Set<NettyCall> calls = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition none = lock.newCondition();
  private final Set<Channel> http2 = ConcurrentHashMap.newKeySet();
  private volatile boolean awaited;

  /** Adds a connection of HTTP/2, which must be told when the server is about to end. */
  void addHttp2(Channel connection) {
    http2.add(connection);
    connection.closeFuture().addListener(closed -> http2.remove(connection));
  }

  void add(NettyCall call) {
    calls.add(call);
  }

  void remove(NettyCall call) {
    calls.remove(call);
    if (awaited && calls.isEmpty()) {
      lock.lock();
      try {
        none.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Tells whether the server is about to end, so that connections should not be kept. */
  boolean isAwaited() {
    return awaited;
  }

  /**
   * Tells clients to begin no more exchanges, and waits until there is none, or the time is up, or
   * the thread is interrupted.
   */
  void awaitNone(long nanos) {
    long left = nanos;
    awaited = true;
    for (Channel connection : http2) {
      connection.writeAndFlush(new DefaultHttp2GoAwayFrame(Http2Error.NO_ERROR));
    }
    lock.lock();
    try {
      while (!calls.isEmpty() && left > 0) {
        left = none.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  void abortAll() {
    calls.forEach(NettyCall::abort);
  }
}
