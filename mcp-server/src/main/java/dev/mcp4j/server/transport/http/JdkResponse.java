/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import com.sun.net.httpserver.HttpExchange;
import dev.mcp4j.server.core.Ticker;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The response of an exchange of the JDK's server. Every step blocks until the client has taken the
 * bytes, at most for the write deadline. Used by one thread at a time.
 */
final class JdkResponse {
  private static final Logger log = LoggerFactory.getLogger(JdkResponse.class);

  /** Announces a body of unknown length; what this number means to the JDK's server. */
  static final long CHUNKED = 0;

  /** Announces that there is no body; what this number means to the JDK's server. */
  static final long NO_BODY = -1;

  /** The JDK's server keeps a buffer of twice the size of the largest piece it was given. */
  private static final int PIECE = 32 << 10;

  private final HttpExchange exchange;
  private final Ticker ticker;
  private final WriteDeadline deadline;

  JdkResponse(HttpExchange exchange, Ticker ticker, long writeDeadlineNanos) {
    this.exchange = exchange;
    this.ticker = ticker;
    this.deadline = new WriteDeadline(writeDeadlineNanos);
  }

  /** Writes a complete response; in one step, unless it is large. */
  void whole(int status, Map<String, String> headers, byte[] body, long length) throws IOException {
    if (body.length > PIECE) {
      begin(status, headers, length);
      write(body);
      end();
      return;
    }
    within(
        () -> {
          sendHead(status, headers, length);
          if (body.length > 0 && !isHead()) {
            exchange.getResponseBody().write(body);
          }
          exchange.close();
        });
  }

  void begin(int status, Map<String, String> headers, long length) throws IOException {
    within(() -> sendHead(status, headers, length));
  }

  private void sendHead(int status, Map<String, String> headers, long length) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(status, isHead() ? NO_BODY : length);
  }

  private boolean isHead() {
    return exchange.getRequestMethod().equals("HEAD");
  }

  void write(byte[] bytes) throws IOException {
    if (isHead()) {
      return;
    }
    for (int offset = 0; offset < bytes.length; offset += PIECE) {
      int start = offset;
      int length = Math.min(PIECE, bytes.length - start);
      within(() -> exchange.getResponseBody().write(bytes, start, length));
    }
  }

  void flush() throws IOException {
    within(() -> exchange.getResponseBody().flush());
  }

  /** Ends the response. */
  void end() throws IOException {
    within(exchange::close);
  }

  /** Frees what a broken response holds. */
  void giveUp() {
    try {
      within(exchange::close);
    } catch (IOException e) {
      log.trace("A broken response could not be ended", e);
    }
  }

  void tick(long now) {
    deadline.tick(now);
  }

  private void within(Step step) throws IOException {
    // A flag that is set would close the channel.
    boolean interrupted = Thread.interrupted();
    deadline.start(ticker.now());
    try {
      step.run();
    } finally {
      deadline.stop();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @FunctionalInterface
  private interface Step {
    void run() throws IOException;
  }
}
