/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.legacy.http;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.HttpStatusException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.ReplyTooLargeException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.legacy.session.Deadline;
import dev.mcp4j.client.legacy.session.SessionGoneException;
import dev.mcp4j.client.transport.ClientRequest;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.client.transport.http.HttpExchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A POST and its response, which may come in pieces: when a stream ends or breaks before the
 * response and has named a place to go on from, the rest of it is fetched by GET.
 *
 * <p>Specification 2025-11-25: basic/transports, Resumability and Redelivery.
 */
final class ResumableExchange implements Exchange {
  private static final int MAX_FAILURES = 5;

  private static final Logger log = LoggerFactory.getLogger(ResumableExchange.class);

  private final StreamableLink link;
  private final ClientRequest request;
  private final StreamPosition position = new StreamPosition();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private @Nullable HttpExchange stream;
  private @Nullable Deadline pause;
  private @Nullable String ended;
  private boolean resuming;
  private int failures;

  ResumableExchange(StreamableLink link, ClientRequest request) {
    this.link = link;
    this.request = request;
  }

  ClientRequest request() {
    return request;
  }

  StreamPosition position() {
    return position;
  }

  /** Sends the request. Called once, before anything else. */
  void begin() {
    HttpExchange post = link.post(this);
    lock.lock();
    try {
      stream = post;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    while (true) {
      HttpExchange current = awaitStream(deadline);
      if (current == null) {
        return null;
      }
      try {
        JsonRpcMessage message = current.next(deadline.left());
        if (message instanceof JsonRpcResponse) {
          boolean unused = end("the response was received");
        } else if (message != null) {
          failures = 0;
        }
        return message;
      } catch (TransportException e) {
        interrupted(e);
      } catch (McpClientException e) {
        boolean unused = end("the exchange has failed");
        throw e;
      }
    }
  }

  @Override
  public boolean deliver(JsonRpcMessage message) {
    HttpExchange current;
    lock.lock();
    try {
      current = stream;
    } finally {
      lock.unlock();
    }
    return current != null && current.deliver(message);
  }

  @Override
  public void cancel(@Nullable String reason) {
    if (end(request.message().method() + " was cancelled")) {
      link.sendCancelled(request, reason);
      abort();
    }
  }

  /** Cancels the exchange because the link is closed. */
  void closed() {
    if (end("the client was closed")) {
      abort();
    }
  }

  private void abort() {
    HttpExchange current;
    lock.lock();
    try {
      current = stream;
    } finally {
      lock.unlock();
    }
    if (current != null) {
      current.cancel(null);
    }
  }

  private boolean end(String reason) {
    lock.lock();
    try {
      if (ended != null) {
        return false;
      }
      ended = reason;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    link.forget(this);
    return true;
  }

  /** The stream to read, after the pause before another one; null if the time is up before. */
  private @Nullable HttpExchange awaitStream(Deadline deadline) throws InterruptedException {
    lock.lock();
    try {
      while (true) {
        if (stream != null) {
          return stream;
        }
        if (ended != null) {
          throw new CallCancelledException(ended, null);
        }
        if (pause == null || pause.isOver()) {
          stream = link.resume(this);
          resuming = true;
          return stream;
        }
        if (deadline.isOver()) {
          return null;
        }
        long nanos = Math.min(pause.left().toNanos(), deadline.left().toNanos());
        boolean unused = changed.await(nanos, TimeUnit.NANOSECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Gets ready to go on where the stream was left, or gives up. */
  private void interrupted(TransportException cause) {
    boolean graceful = cause instanceof StreamEndedException;
    failures = graceful ? 0 : failures + 1;
    if (!isResumable(cause)) {
      boolean unused = end("the exchange has failed");
      throw cause;
    }
    log.debug("resuming the stream of {}: {}", request.message().method(), cause.getMessage());
    lock.lock();
    try {
      stream = null;
      pause = Deadline.in(position.delay(graceful ? 0 : failures - 1));
    } finally {
      lock.unlock();
    }
  }

  private boolean isResumable(TransportException cause) {
    if (position.lastEventId() == null
        || failures > MAX_FAILURES
        || cause instanceof SessionGoneException
        || cause instanceof ReplyTooLargeException) {
      return false;
    }
    return !(cause instanceof HttpStatusException status) || (resuming && status.status() >= 500);
  }
}
