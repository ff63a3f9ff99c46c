/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport;

import dev.mcp4j.api.LoggingLevel;
import dev.mcp4j.api.Methods;
import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mailbox of one request on a shared channel. It is bounded, because the channel must not wait
 * for a slow reader: a call loses its oldest progress and log messages, a subscription, which
 * cannot afford to lose a change, ends.
 */
final class ChannelExchange implements Exchange {
  static final int MAX_WAITING = 256;

  private static final Logger log = LoggerFactory.getLogger(ChannelExchange.class);

  /** What arrived, or how to fail: the exception is made in the thread it is thrown in. */
  private record Arrival(
      @Nullable JsonRpcMessage message, @Nullable Supplier<? extends McpClientException> failure) {}

  private final ChannelTransport transport;
  private final ClientRequest request;
  private final @Nullable LoggingLevel logLevel;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

  ChannelExchange(
      ChannelTransport transport, ClientRequest request, @Nullable LoggingLevel logLevel) {
    this.transport = transport;
    this.request = request;
    this.logLevel = logLevel;
  }

  ClientRequest request() {
    return request;
  }

  boolean wantsLog(LoggingLevel level) {
    return logLevel != null && level.compareTo(logLevel) >= 0;
  }

  @Override
  public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
    Arrival arrival = arrivals.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    if (arrival == null) {
      return null;
    }
    if (arrival.failure() != null) {
      throw arrival.failure().get();
    }
    return arrival.message();
  }

  @Override
  public void cancel(@Nullable String reason) {
    if (transport.forget(this)) {
      transport.sendCancelled(request, reason);
      fail(() -> new CallCancelledException(method() + " was cancelled", null));
    }
  }

  @Override
  public boolean deliver(JsonRpcMessage message) {
    if (arrivals.size() >= MAX_WAITING) {
      if (method().equals(Methods.LISTEN.name())) {
        overflow();
        return true;
      }
      log.debug("{}: more than {} notifications wait, dropping one", method(), MAX_WAITING);
      arrivals.poll();
    }
    arrivals.add(new Arrival(message, null));
    return true;
  }

  void finish(JsonRpcResponse response) {
    arrivals.add(new Arrival(response, null));
  }

  void fail(Supplier<? extends McpClientException> reason) {
    arrivals.add(new Arrival(null, reason));
  }

  private void overflow() {
    if (transport.forget(this)) {
      transport.sendCancelled(request, "too many notifications");
      fail(
          () ->
              new TransportException(
                  "more than %d changes wait to be handled".formatted(MAX_WAITING), null));
    }
  }

  private String method() {
    return request.message().method();
  }
}
