/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Lets the reader of an exchange wait for what others bring about, until it is cancelled. */
public final class Waiting {
  private final CompletableFuture<Object> cancelled = new CompletableFuture<>();

  /** Makes one for one reader. */
  public Waiting() {}

  /**
   * Waits.
   *
   * @param awaited what to wait for
   * @param atMost how long; zero to only look
   * @param <T> what it brings
   * @return what it has brought, or null if it took too long
   * @throws McpClientException if it failed, or the waiting was cancelled
   * @throws InterruptedException if the thread is interrupted
   */
  public <T> @Nullable T await(CompletableFuture<T> awaited, Duration atMost)
      throws InterruptedException {
    try {
      CompletableFuture<Object> either = CompletableFuture.anyOf(awaited, cancelled);
      either.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      return awaited.getNow(null);
    } catch (TimeoutException e) {
      return null;
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  /** Wakes the reader with a {@link CallCancelledException}. */
  public void cancel() {
    cancelled.completeExceptionally(new CallCancelledException("the call was cancelled", null));
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    if (cause instanceof RuntimeException failure) {
      return failure;
    }
    if (cause instanceof InterruptedException) {
      return new CallCancelledException("the client was closed", null);
    }
    return new TransportException("the client failed by itself", cause);
  }
}
