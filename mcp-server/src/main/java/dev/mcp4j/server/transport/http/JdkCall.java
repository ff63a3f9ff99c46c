/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.mcp4j.server.Caller;
import dev.mcp4j.server.RequestHeaders;
import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.transport.EventStream;
import dev.mcp4j.server.transport.HttpCall;
import dev.mcp4j.server.transport.HttpOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An exchange of the JDK's server.
 *
 * <p>When a connection breaks, the JDK's server forgets it only if the exchange ends by an
 * exception on the thread that serves it. So whatever breaks while that thread is still there is
 * thrown on it, and a response from elsewhere is sent in chunks, whose end the server always
 * notices.
 */
final class JdkCall implements HttpCall {
  private static final Caller CALLER = Caller.anonymous("http");

  private final HttpExchange exchange;
  private final HttpOptions options;
  private final Executor writers;
  private final JdkResponse response;
  private final Consumer<JdkCall> onEnd;
  private final RequestHeaders headers;

  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Thread serving = Thread.currentThread();
  private boolean answered;
  private @Nullable JdkEventStream stream;
  private boolean ended;
  private @Nullable IOException failure;
  private List<Runnable> endActions = new ArrayList<>();
  private boolean bodyRead;
  private byte @Nullable [] body;

  /**
   * Makes a call that this thread serves.
   *
   * @param exchange the exchange
   * @param options limits and deadlines
   * @param writers runs what writes to clients
   * @param ticker tells the time
   * @param onEnd told once that the exchange has ended
   */
  JdkCall(
      HttpExchange exchange,
      HttpOptions options,
      Executor writers,
      Ticker ticker,
      Consumer<JdkCall> onEnd) {
    this.exchange = exchange;
    this.options = options;
    this.writers = writers;
    this.response = new JdkResponse(exchange, ticker, options.writeDeadline().toNanos());
    this.onEnd = onEnd;
    this.headers = new JdkHeaders(exchange.getRequestHeaders());
  }

  @Override
  public String method() {
    return exchange.getRequestMethod();
  }

  @Override
  public String path() {
    String path = exchange.getRequestURI().getRawPath();
    return path == null ? "" : path;
  }

  @Override
  public @Nullable String query() {
    return exchange.getRequestURI().getRawQuery();
  }

  @Override
  public RequestHeaders headers() {
    return headers;
  }

  @Override
  public Caller caller() {
    return CALLER;
  }

  @Override
  public byte @Nullable [] body() throws IOException {
    if (!bodyRead) {
      body =
          new BodyReader(options.maxBodyBytes()).read(exchange.getRequestBody(), announcedLength());
      bodyRead = true;
    }
    return body;
  }

  private long announcedLength() {
    Headers received = exchange.getRequestHeaders();
    if (received.containsKey("Transfer-Encoding")) {
      return BodyReader.UNKNOWN_LENGTH;
    }
    String length = received.getFirst("Content-Length");
    return length == null ? 0 : Long.parseLong(length);
  }

  @Override
  public void reply(int status, Map<String, String> headers, byte[] body) {
    boolean here;
    lock.lock();
    try {
      claim();
      if (ended) {
        return;
      }
      here = Thread.currentThread() == serving;
    } finally {
      lock.unlock();
    }
    if (here) {
      write(status, headers, body, body.length);
    } else {
      writeElsewhere(status, headers, body);
    }
  }

  private void writeElsewhere(int status, Map<String, String> headers, byte[] body) {
    try {
      writers.execute(() -> write(status, headers, body, JdkResponse.CHUNKED));
    } catch (RejectedExecutionException e) {
      end(new IOException("nobody writes any more", e));
    }
  }

  private void write(int status, Map<String, String> headers, byte[] body, long length) {
    IOException broken = null;
    try {
      response.whole(status, headers, body, body.length == 0 ? JdkResponse.NO_BODY : length);
    } catch (IOException e) {
      broken = e;
      response.giveUp();
    } catch (RuntimeException e) {
      broken = new IOException("the response could not be written", e);
      response.giveUp();
    }
    end(broken);
  }

  @Override
  public EventStream stream(Map<String, String> headers) {
    JdkEventStream opened =
        new JdkEventStream(response, headers, options.maxQueuedEvents(), writers, this::end);
    boolean tooLate;
    lock.lock();
    try {
      claim();
      stream = opened;
      tooLate = ended;
    } finally {
      lock.unlock();
    }
    if (tooLate) {
      opened.abort();
    } else {
      opened.start();
    }
    return opened;
  }

  private void claim() {
    if (answered) {
      throw new IllegalStateException("the call is answered already");
    }
    answered = true;
    // Whoever answers has read it; a stream that stays open must not hold it for hours.
    body = null;
  }

  boolean isAnswered() {
    lock.lock();
    try {
      return answered;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void onClosed(Runnable action) {
    lock.lock();
    try {
      if (!ended) {
        endActions.add(action);
        return;
      }
    } finally {
      lock.unlock();
    }
    action.run();
  }

  /** Watches the write deadline. Does not block. */
  void tick(long now) {
    response.tick(now);
  }

  /**
   * Ends the part of this thread.
   *
   * @throws IOException if the response broke meanwhile
   */
  void leave() throws IOException {
    lock.lock();
    try {
      serving = null;
      if (failure != null) {
        throw failure;
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the exchange as it is: its server stops, or its client has gone. */
  void abort() {
    JdkEventStream open;
    lock.lock();
    try {
      open = stream;
    } finally {
      lock.unlock();
    }
    if (open != null) {
      open.abort();
    }
    end(null);
  }

  private void end(@Nullable IOException cause) {
    List<Runnable> actions;
    lock.lock();
    try {
      if (ended) {
        return;
      }
      ended = true;
      failure = cause;
      actions = endActions;
      endActions = List.of();
    } finally {
      lock.unlock();
    }
    onEnd.accept(this);
    actions.forEach(Runnable::run);
  }
}
