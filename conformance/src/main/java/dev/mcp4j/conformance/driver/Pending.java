/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.driver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** A command that a driver carries out. */
public final class Pending {
  private final long id;
  private final Duration patience;
  private final CompletableFuture<Optional<JsonNode>> answer;

  Pending(long id, Duration patience, CompletableFuture<Optional<JsonNode>> answer) {
    this.id = id;
    this.patience = patience;
    this.answer = answer;
  }

  /**
   * Returns what names the command.
   *
   * @return its id
   */
  public long id() {
    return id;
  }

  /**
   * Waits for its end, as long as a peer may take.
   *
   * @return how it ended
   */
  public Done await() {
    return await(patience);
  }

  /**
   * Waits for its end.
   *
   * @param timeout how long
   * @return how it ended
   */
  public Done await(Duration timeout) {
    try {
      return new Done(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return new Done(Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Done(Optional.empty());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
