/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.client.core.CallControl;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs on a thread of the client. Safe for use by several threads.
 *
 * @param <T> what it results in
 */
public final class PendingCall<T> {
  private final CallControl control;
  private final CountDownLatch done = new CountDownLatch(1);
  private @Nullable T value;
  private @Nullable Throwable failure;

  private PendingCall(CallControl control) {
    this.control = control;
  }

  static <T> PendingCall<T> start(Executor executor, CallControl control, Supplier<T> work) {
    PendingCall<T> pending = new PendingCall<>(control);
    try {
      executor.execute(() -> pending.run(work));
    } catch (RejectedExecutionException e) {
      throw new IllegalStateException("no thread takes the call; the client may be closed", e);
    }
    return pending;
  }

  /**
   * Blocks until the call has ended. An interrupt ends the wait and cancels the call.
   *
   * @return what it resulted in
   * @throws McpClientException if the call failed, for the reasons of {@link Call#result()}
   * @throws CallCancelledException if it was cancelled, or the thread was interrupted
   */
  public T await() {
    try {
      done.await();
    } catch (InterruptedException e) {
      control.cancel();
      Thread.currentThread().interrupt();
      throw new CallCancelledException("the thread was interrupted while it waited", e);
    }
    if (failure instanceof RuntimeException e) {
      throw e;
    }
    if (failure instanceof Error e) {
      throw e;
    }
    return Objects.requireNonNull(value);
  }

  /**
   * Cancels the call, on the wire or in the handler it is in. Does not block. Does nothing if the
   * call has ended.
   */
  public void cancel() {
    control.cancel();
  }

  /**
   * Tells whether the call has ended.
   *
   * @return whether {@link #await()} would not block
   */
  public boolean isDone() {
    return done.getCount() == 0;
  }

  private void run(Supplier<T> work) {
    try {
      value = work.get();
    } catch (RuntimeException | Error e) {
      failure = e;
    } finally {
      done.countDown();
    }
  }
}
