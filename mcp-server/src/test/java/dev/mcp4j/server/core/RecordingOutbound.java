/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mcp4j.api.NotificationParams;
import dev.mcp4j.api.Reply;
import dev.mcp4j.api.RequestId;
import dev.mcp4j.jsonrpc.JsonRpcFailure;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcNotification;
import dev.mcp4j.jsonrpc.JsonRpcResult;
import dev.mcp4j.jsonrpc.Payload;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Keeps what is sent; a test takes it out in order. */
final class RecordingOutbound implements Outbound {
  /** A message, and whether the thread that sent it had its interrupt flag set. */
  record Sent(JsonRpcMessage message, boolean interrupted, @Nullable Fault fault) {}

  private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
  final AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);
  volatile @Nullable RuntimeException nextSendFails;
  volatile @Nullable RuntimeException nextFailFails;
  volatile Runnable beforeSend = () -> {};

  @Override
  public void send(JsonRpcMessage message) {
    beforeSend.run();
    RuntimeException failure = nextSendFails;
    if (failure != null) {
      nextSendFails = null;
      throw failure;
    }
    sent.add(new Sent(message, Thread.currentThread().isInterrupted(), null));
  }

  @Override
  public void fail(@Nullable RequestId id, Fault fault) {
    RuntimeException failure = nextFailFails;
    if (failure != null) {
      nextFailFails = null;
      throw failure;
    }
    sent.add(
        new Sent(
            new JsonRpcFailure(id, fault.error()), Thread.currentThread().isInterrupted(), fault));
  }

  @Override
  public boolean offer(JsonRpcMessage message) {
    if (room.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      return false;
    }
    sent.add(new Sent(message, false, null));
    return true;
  }

  @Override
  public void finish(JsonRpcResult result) {
    sent.add(new Sent(result, false, null));
  }

  Sent take() {
    try {
      Sent next = sent.poll(20, TimeUnit.SECONDS);
      assertThat(next).as("a message").isNotNull();
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  <T extends JsonRpcMessage> T take(Class<T> type) {
    return type.cast(assertThat(take().message()).isInstanceOf(type).actual());
  }

  /** Takes a notification of a type. */
  <P extends NotificationParams> P takeNotification(Class<P> type) {
    Payload params = take(JsonRpcNotification.class).params();
    return type.cast(((Payload.Typed) params).value());
  }

  /** Takes a complete result of a type. */
  <R> R takeResult(Class<R> type) {
    Payload result = take(JsonRpcResult.class).result();
    Reply.Complete<?> complete = (Reply.Complete<?>) ((Payload.Typed) result).value();
    return type.cast(complete.result());
  }

  void assertNothingMore() {
    assertThat(sent).isEmpty();
  }
}
