/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.legacy.http;

import dev.mcp4j.jsonrpc.JsonRpcCodec;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.framing.SseEncoder;
import dev.mcp4j.server.core.Outbound;
import dev.mcp4j.server.transport.EventStream;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The way to a client over the one stream it has. */
final class SseOutbound implements Outbound {
  private final JsonRpcCodec codec;
  private final EventStream socket;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean roomAgain;
  private boolean closed;

  SseOutbound(JsonRpcCodec codec, EventStream socket) {
    this.codec = codec;
    this.socket = socket;
  }

  @Override
  public void send(JsonRpcMessage message) {
    byte[] event = SseEncoder.encode(codec.encode(message));
    lock.lock();
    try {
      while (!closed && !socket.offer(event)) {
        roomAgain = false;
        socket.onRoom(this::wake);
        while (!closed && !roomAgain) {
          changed.awaitUninterruptibly();
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void wake() {
    lock.lock();
    try {
      roomAgain = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean offer(JsonRpcMessage message) {
    byte[] event = SseEncoder.encode(codec.encode(message));
    lock.lock();
    try {
      return closed || socket.offer(event);
    } finally {
      lock.unlock();
    }
  }

  /** This revision has no requests that stay open. */
  @Override
  public void finish(JsonRpcResult result) {
    var unused = offer(result);
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    socket.close();
  }
}
