/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.http.HttpExchange;
import dev.mcp4j.client.transport.http.ReplyReader;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of what a server sends by itself. It is opened again for as long as the session lasts,
 * unless the server has none at all.
 *
 * <p>Specification 2025-11-25: basic/transports, Listening for Messages from the Server.
 */
final class PushStream implements Runnable {
  private static final Duration FOREVER = Duration.ofDays(1);

  private static final Logger log = LoggerFactory.getLogger(PushStream.class);

  private final StreamableLink link;
  private final StreamPosition position = new StreamPosition();
  private final CompletableFuture<Boolean> opened = new CompletableFuture<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition closing = lock.newCondition();
  private @Nullable HttpExchange current;
  private boolean closed;

  PushStream(StreamableLink link) {
    this.link = link;
  }

  /** Waits for the server to open the stream. Some do so only when they have something to send. */
  boolean awaitOpen(Duration atMost) throws InterruptedException {
    try {
      return opened.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return true;
    } catch (java.util.concurrent.ExecutionException e) {
      return false;
    }
  }

  /** Called when the head of a response is read. */
  void answered(ResponseInfo info) {
    opened.complete(info.statusCode() == 200 && ReplyReader.isEvents(info));
  }

  StreamPosition position() {
    return position;
  }

  @Override
  public void run() {
    int failures = 0;
    try {
      while (true) {
        failures = read() ? 0 : failures + 1;
        if (!pause(position.delay(failures == 0 ? 0 : failures - 1))) {
          return;
        }
      }
    } catch (RuntimeException e) {
      log.debug("{} pushes nothing: {}", link.target(), e.getMessage());
      if (opened.getNow(false)) {
        // What it had to tell is no longer heard, so that the session is of little use.
        link.gone();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      opened.complete(false);
    }
  }

  /** Ends the stream. */
  void close() {
    HttpExchange last;
    lock.lock();
    try {
      closed = true;
      last = current;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    if (last != null) {
      last.cancel(null);
    }
  }

  /**
   * Reads a stream to its end; whether that was in good order. Throws if there is no use in
   * another.
   */
  private boolean read() throws InterruptedException {
    HttpExchange stream = link.openPush(this);
    if (!enter(stream)) {
      stream.cancel(null);
      return true;
    }
    try {
      while (true) {
        JsonRpcMessage message = stream.next(FOREVER);
        if (message != null) {
          link.unmatched(message);
        }
      }
    } catch (StreamEndedException e) {
      return true;
    } catch (HttpStatusException e) {
      if (e.status() < 500 || !opened.getNow(false)) {
        throw e;
      }
      return false;
    } catch (TransportException e) {
      log.debug("the stream of {} broke: {}", link.target(), e.getMessage());
      return false;
    } finally {
      stream.cancel(null);
    }
  }

  private boolean enter(HttpExchange stream) {
    lock.lock();
    try {
      current = stream;
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  /** Waits; false if the stream was closed meanwhile. */
  private boolean pause(Duration delay) throws InterruptedException {
    long left = delay.toNanos();
    lock.lock();
    try {
      while (!closed && left > 0) {
        left = closing.awaitNanos(left);
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }
}
