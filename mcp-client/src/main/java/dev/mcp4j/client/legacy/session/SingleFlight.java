/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.session;

import dev.mcp4j.client.CallCancelledException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is needed, by one attempt at a time: whoever needs it meanwhile
 * shares the attempt and its outcome. After a failure, and after the value was lost, the next one
 * who needs it starts another attempt.
 *
 * @param <T> the value
 */
public final class SingleFlight<T> {
  private final Callable<T> attempt;
  private final Executor executor;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable CompletableFuture<T> flight;

  /**
   * Makes one.
   *
   * @param attempt makes the value
   * @param executor runs attempts
   */
  public SingleFlight(Callable<T> attempt, Executor executor) {
    this.attempt = attempt;
    this.executor = executor;
  }

  /**
   * Asks for the value.
   *
   * @return what brings it
   */
  public CompletableFuture<T> join() {
    CompletableFuture<T> mine;
    lock.lock();
    try {
      if (flight != null && !flight.isCompletedExceptionally()) {
        return flight;
      }
      mine = new CompletableFuture<>();
      flight = mine;
    } finally {
      lock.unlock();
    }
    try {
      executor.execute(() -> run(mine));
    } catch (RejectedExecutionException e) {
      mine.completeExceptionally(new CallCancelledException("the client was closed", null));
    }
    return mine;
  }

  /**
   * Looks for the value.
   *
   * @return the value, or null if there is none now
   */
  public @Nullable T current() {
    lock.lock();
    try {
      return flight == null || flight.isCompletedExceptionally() ? null : flight.getNow(null);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Forgets the value, if it is still this one.
   *
   * @param lost the value that is of no use any more
   */
  public void lose(T lost) {
    lock.lock();
    try {
      if (current() == lost) {
        flight = null;
      }
    } finally {
      lock.unlock();
    }
  }

  /**
   * Lets go of the value when it is there, which is now or when the attempt under way has made it.
   *
   * @param end takes the value
   */
  public void end(Consumer<T> end) {
    lock.lock();
    try {
      if (flight != null) {
        var unused = flight.thenAccept(end);
        flight = null;
      }
    } finally {
      lock.unlock();
    }
  }

  private void run(CompletableFuture<T> outcome) {
    try {
      outcome.complete(attempt.call());
    } catch (Throwable e) {
      outcome.completeExceptionally(e);
    }
  }
}
