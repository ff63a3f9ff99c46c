/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.CallCancelledException;
import dev.mcp4j.client.McpClientException;
import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.Exchange;
import dev.mcp4j.jsonrpc.JsonRpcMessage;
import dev.mcp4j.jsonrpc.JsonRpcResponse;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request and its response. The threads of the HTTP client only put down what arrives; the
 * reader of the exchange decodes it, and by taking its time slows the server down.
 */
public final class HttpExchange implements Exchange {
  /** How many pieces may be under way to a reader that is busy. */
  private static final int WINDOW = 16;

  /** How much may wait for a busy reader before nothing more is delivered to it. */
  private static final int MAX_WAITING = 256;

  /** How much may follow a reply before its connection is given up. */
  private static final long MAX_DISCARDED_BYTES = 64 * 1024;

  private static final int OK = 200;

  private sealed interface Arrival {}

  private record Head(HttpResponse.ResponseInfo info) implements Arrival {}

  private record Piece(List<ByteBuffer> bytes) implements Arrival {}

  private record Delivered(JsonRpcMessage message) implements Arrival {}

  private record Broken(Throwable cause) implements Arrival {}

  private record Cancelled(String reason) implements Arrival {}

  private enum End implements Arrival {
    END
  }

  /** Chooses how to read a response. */
  @FunctionalInterface
  public interface Readers {
    /**
     * Chooses by status and headers.
     *
     * @param info status and headers
     * @param ready where to put what was read
     * @return the reader of the body
     */
    ReplyReader of(HttpResponse.ResponseInfo info, Queue<JsonRpcMessage> ready);
  }

  private final HttpPeer peer;
  private final String name;
  private final Readers readers;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final AtomicBoolean over = new AtomicBoolean();
  private final Deque<JsonRpcMessage> ready = new ArrayDeque<>();
  private final Body body = new Body();
  private @Nullable ReplyReader reader;
  private volatile int status;
  private volatile @Nullable Future<?> sending;

  /**
   * Makes an exchange.
   *
   * @param peer whoever sends it
   * @param name names the request in exceptions
   * @param readers choose how to read the response
   */
  public HttpExchange(HttpPeer peer, String name, Readers readers) {
    this.peer = peer;
    this.name = name;
    this.readers = readers;
  }

  /**
   * Sends the request. Called once, before anything else.
   *
   * @param connections send it
   * @param request the request
   * @throws TransportException if the connections are closed
   */
  public void send(HttpConnections connections, HttpRequest request) {
    sending =
        connections.send(
            request,
            info -> {
              body.begin(info);
              return body;
            },
            failure -> arrivals.add(new Broken(failure)));
  }

  @Override
  public @Nullable JsonRpcMessage next(Duration atMost) throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    int overdue = 0;
    while (ready.isEmpty()) {
      long left = end - System.nanoTime();
      // From a server that sends comments without a pause there is always something to take.
      if (left <= 0 && overdue++ > WINDOW) {
        return null;
      }
      Arrival arrival = arrivals.poll(left, TimeUnit.NANOSECONDS);
      if (arrival == null) {
        return null;
      }
      try {
        take(arrival);
      } catch (McpClientException e) {
        if (finish()) {
          abort();
        }
        throw e;
      }
    }
    JsonRpcMessage message = ready.remove();
    if (message instanceof JsonRpcResponse && finish()) {
      body.linger();
    }
    return message;
  }

  @Override
  public void cancel(@Nullable String reason) {
    end(name + " was cancelled");
  }

  @Override
  public boolean deliver(JsonRpcMessage message) {
    if (arrivals.size() >= MAX_WAITING) {
      return false;
    }
    arrivals.add(new Delivered(message));
    return true;
  }

  /**
   * Returns the status of the response.
   *
   * @return the status, 0 as long as the reader has not come to it
   */
  public int status() {
    return status;
  }

  /** Cancels the exchange because the client is closed. */
  public void closed() {
    end("the client was closed");
  }

  /** Drops the connection, or the stream of HTTP/2: to the server this is the cancellation. */
  void abort() {
    body.cancel();
    Future<?> current = sending;
    if (current != null) {
      current.cancel(true);
    }
  }

  /** Whether this is asked for the second time. */
  boolean overstays() {
    return body.overstays();
  }

  private void end(String reason) {
    if (finish()) {
      arrivals.add(new Cancelled(reason));
      abort();
    }
  }

  private boolean finish() {
    if (!over.compareAndSet(false, true)) {
      return false;
    }
    peer.forget(this);
    return true;
  }

  private void take(Arrival arrival) {
    if (arrival instanceof Head head) {
      status = head.info().statusCode();
      reader = readers.of(head.info(), ready);
    } else if (arrival instanceof Piece piece) {
      read(piece.bytes());
      body.request(1);
    } else if (arrival instanceof Delivered delivered) {
      ready.add(delivered.message());
    } else if (arrival instanceof Broken broken) {
      throw HttpFailures.translate(peer.target(), broken.cause());
    } else if (arrival instanceof Cancelled cancelled) {
      throw new CallCancelledException(cancelled.reason(), null);
    } else if (reader != null) {
      reader.end();
    }
  }

  private void read(List<ByteBuffer> piece) {
    for (ByteBuffer buffer : piece) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      if (reader != null) {
        reader.feed(bytes);
      }
    }
  }

  private final class Body implements BodySubscriber<Void> {
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean lingers;
    private volatile boolean complete;
    private HttpResponse.@Nullable ResponseInfo held;
    private boolean seen;
    private long discarded;

    /** A head that promises a reply waits for it: the reader would wake up for nothing. */
    void begin(HttpResponse.ResponseInfo info) {
      if (info.statusCode() == OK) {
        held = info;
      } else {
        arrivals.add(new Head(info));
      }
    }

    private void arrive(Arrival arrival) {
      HttpResponse.ResponseInfo info = held;
      if (info != null) {
        held = null;
        arrivals.add(new Head(info));
      }
      arrivals.add(arrival);
    }

    @Override
    public CompletionStage<Void> getBody() {
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      if (cancelled.get()) {
        subscription.cancel();
      } else {
        subscription.request(WINDOW);
      }
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
      if (!lingers) {
        arrive(new Piece(bytes));
        return;
      }
      for (ByteBuffer buffer : bytes) {
        discarded += buffer.remaining();
      }
      if (discarded > MAX_DISCARDED_BYTES) {
        peer.lingering().remove(HttpExchange.this);
        cancel();
      }
    }

    @Override
    public void onError(Throwable failure) {
      complete = true;
      peer.lingering().remove(HttpExchange.this);
      arrive(new Broken(failure));
    }

    @Override
    public void onComplete() {
      complete = true;
      peer.lingering().remove(HttpExchange.this);
      arrive(End.END);
    }

    void request(long pieces) {
      Flow.Subscription current = subscription;
      if (current != null) {
        current.request(pieces);
      }
    }

    void cancel() {
      cancelled.set(true);
      Flow.Subscription current = subscription;
      if (current != null) {
        current.cancel();
      }
    }

    /** Reads on without keeping anything, so that the connection can be used again. */
    void linger() {
      if (!complete) {
        lingers = true;
        peer.lingering().add(HttpExchange.this);
        request(Long.MAX_VALUE);
        if (complete) {
          peer.lingering().remove(HttpExchange.this);
        }
      }
    }

    /** Called by the sweeps only, which do not overlap. */
    boolean overstays() {
      boolean before = seen;
      seen = true;
      return before;
    }
  }
}
