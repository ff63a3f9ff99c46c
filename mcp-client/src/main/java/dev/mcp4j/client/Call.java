/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Result;
import dev.mcp4j.api.notification.LoggingMessageNotificationParams;
import dev.mcp4j.api.notification.ProgressNotificationParams;
import dev.mcp4j.client.core.CallControl;
import dev.mcp4j.client.core.CallDefaults;
import dev.mcp4j.client.core.CallSettings;
import dev.mcp4j.client.core.ClientCore;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A call that is being put together. Nothing is sent before {@link #result()} or {@link #start()},
 * and each of them sends anew. Not safe for use by several threads.
 *
 * <p>While a call waits, its listeners run on the thread that waits, one at a time and in the order
 * in which the server spoke, all of them before the result is returned. A listener that throws is
 * logged; the call goes on.
 *
 * @param <R> the result
 * @param <S> the kind of call
 */
public abstract sealed class Call<R extends Result, S extends Call<R, S>>
    permits RequestCall, ToolCall {
  final ClientCore core;

  private final CallDefaults defaults;
  private Duration timeout;
  private boolean resetOnProgress;
  private @Nullable Duration maxTotal;
  private @Nullable Consumer<ProgressNotificationParams> onProgress;
  private @Nullable LoggingLevel logLevel;
  private Consumer<LoggingMessageNotificationParams> onLog;

  Call(ClientCore core) {
    this.core = core;
    this.defaults = core.defaults();
    this.timeout = defaults.timeout();
    this.logLevel = defaults.logLevel();
    this.onLog = defaults.onLog();
  }

  /**
   * Sets how long to wait for a reply. If the server asks questions, each round has that time anew,
   * and the time it takes to answer them does not count.
   *
   * @param timeout more than zero
   * @return this call
   * @throws IllegalArgumentException if the time is not more than zero
   */
  public S timeout(Duration timeout) {
    this.timeout = requirePositive(timeout);
    return self();
  }

  /**
   * Starts the timeout anew whenever the server reports progress. The call still ends after {@link
   * #maxTotal}.
   *
   * @return this call
   */
  public S resetOnProgress() {
    resetOnProgress = true;
    return self();
  }

  /**
   * Sets how long to wait for the server over the whole call, with all its rounds and progress.
   *
   * @param maxTotal more than zero; unless set, ten minutes or what the client was built with, but
   *     never less than the timeout
   * @return this call
   * @throws IllegalArgumentException if the time is not more than zero
   */
  public S maxTotal(Duration maxTotal) {
    this.maxTotal = requirePositive(maxTotal);
    return self();
  }

  /**
   * Asks the server to report progress. Reports that do not advance are left out.
   *
   * @param listener takes each report
   * @return this call
   */
  public S onProgress(Consumer<ProgressNotificationParams> listener) {
    onProgress = Objects.requireNonNull(listener, "listener");
    return self();
  }

  /**
   * Asks the server to log what it does for this call, instead of what the client was built with.
   * Over stdio, log messages do not say which call they belong to: then each call that runs at the
   * time gets them.
   *
   * @param least the least severe message wanted
   * @param listener takes each message
   * @return this call
   */
  public S onLog(LoggingLevel least, Consumer<LoggingMessageNotificationParams> listener) {
    logLevel = Objects.requireNonNull(least, "least");
    onLog = Objects.requireNonNull(listener, "listener");
    return self();
  }

  /**
   * Calls, and blocks until the server has replied. An interrupt ends the wait and cancels the
   * request.
   *
   * @return the result
   * @throws RequestFailedException if the server replied with an error
   * @throws CallTimeoutException if the server did not reply in time
   * @throws CallCancelledException if the thread was interrupted, or the client closed
   * @throws InputRequestException if a question of the server could not be answered
   * @throws ProtocolException if the reply is not one of the protocol
   * @throws TransportException if the server could not be reached or the connection broke
   * @throws IllegalArgumentException if the request cannot be written, or an argument that is
   *     mirrored into a header is not of the type its tool declares
   * @throws IllegalStateException if the client is closed
   */
  public R result() {
    CallSettings now = settings();
    return run(now, core.newControl(now));
  }

  /**
   * Calls on a thread of the client and returns at once.
   *
   * @return the handle on the running call, whose listeners and handlers run on that thread
   * @throws IllegalStateException if the client is closed
   */
  public PendingCall<R> start() {
    CallSettings now = settings();
    CallControl control = core.newControl(now);
    return PendingCall.start(core.executor(), control, () -> run(now, control));
  }

  abstract S self();

  abstract R run(CallSettings settings, CallControl control);

  CacheMode cacheMode() {
    return CacheMode.USE;
  }

  /** As put together so far. A limit on the whole that nobody set does not undercut the timeout. */
  final CallSettings settings() {
    Duration total = maxTotal;
    if (total == null) {
      total = timeout.compareTo(defaults.maxTotal()) > 0 ? timeout : defaults.maxTotal();
    }
    return new CallSettings(
        timeout, resetOnProgress, total, onProgress, logLevel, onLog, cacheMode());
  }

  static Duration requirePositive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("expected a time of more than zero, was " + duration);
    }
    return duration;
  }
}
