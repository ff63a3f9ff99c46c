/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.transport.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mcp4j.server.core.ServerThreads;
import dev.mcp4j.server.core.Ticker;
import dev.mcp4j.server.transport.HostPort;
import dev.mcp4j.server.transport.HttpEndpoint;
import dev.mcp4j.server.transport.HttpOptions;
import dev.mcp4j.server.transport.HttpServerHandle;
import dev.mcp4j.server.transport.ServerEnd;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Binds an endpoint to the HTTP server of the JDK, or to another one that offers the same API and
 * is installed as a service.
 */
final class JdkHttpServer implements HttpServerHandle {
  private static final Logger log = LoggerFactory.getLogger(JdkHttpServer.class);
  private static final int BACKLOG = 1024;
  private static final int INTERNAL_ERROR = 500;

  private final HttpEndpoint endpoint;
  private final HttpOptions options;
  private final ServerThreads threads;
  private final Ticker ticker;
  private final HttpServer server;
  private final URI uri;
  private final boolean handlersMayLeave;
  private final Ticker.Registration beat;

  private final Set<JdkCall> open = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final ServerEnd end = new ServerEnd();

  private JdkHttpServer(
      HttpServer server,
      HttpOptions options,
      HttpEndpoint endpoint,
      ServerThreads threads,
      Ticker ticker) {
    this.endpoint = endpoint;
    this.options = options;
    this.threads = threads;
    this.ticker = ticker;
    this.server = server;
    this.uri = URI.create("http://" + HostPort.of(server.getAddress()) + options.path());
    this.handlersMayLeave = server.getClass().getName().startsWith("sun.net.httpserver.");
    this.beat = ticker.add(now -> open.forEach(call -> call.tick(now)));
  }

  /**
   * Starts a server.
   *
   * @param address where to listen, as the options say
   * @param options limits and deadlines
   * @param endpoint makes what to serve, given the port
   * @param threads requests are served by those of handlers, responses written by the others
   * @param ticker drives the deadlines
   * @return the running server
   * @throws IOException if it cannot listen there
   */
  static JdkHttpServer start(
      InetSocketAddress address,
      HttpOptions options,
      IntFunction<HttpEndpoint> endpoint,
      ServerThreads threads,
      Ticker ticker)
      throws IOException {
    JdkTuning.apply();
    HttpServer server = HttpServer.create(address, BACKLOG);
    HttpEndpoint served = endpoint.apply(server.getAddress().getPort());
    JdkHttpServer started = new JdkHttpServer(server, options, served, threads, ticker);
    server.setExecutor(threads.handlers());
    var unused = server.createContext("/", started::serve);
    server.start();
    log.info("Serving MCP at {}", started.uri);
    return started;
  }

  private void serve(HttpExchange exchange) throws IOException {
    JdkCall call = new JdkCall(exchange, options, threads.background(), ticker, this::forget);
    open.add(call);
    try {
      endpoint.serve(call);
    } catch (IOException e) {
      log.debug("A client left before its request was complete", e);
      call.abort();
      throw e;
    } catch (RuntimeException | Error e) {
      log.error("Serving {} {} failed", call.method(), call.path(), e);
      if (call.isAnswered()) {
        call.abort();
        throw new IOException("the response broke off", e);
      }
      call.reply(INTERNAL_ERROR, Map.of(), new byte[0]);
    }
    if (!handlersMayLeave) {
      awaitEnd(call);
    }
    call.leave();
  }

  /** Other engines end an exchange when its handler returns, also one whose answer is to come. */
  private static void awaitEnd(JdkCall call) {
    CountDownLatch ended = new CountDownLatch(1);
    call.onClosed(ended::countDown);
    try {
      ended.await();
    } catch (InterruptedException e) {
      call.abort();
      Thread.currentThread().interrupt();
    }
  }

  private void forget(JdkCall call) {
    open.remove(call);
    if (end.hasBegun() && open.isEmpty()) {
      lock.lock();
      try {
        idle.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public void close() {
    end.bringAbout(this::stop);
  }

  private void stop() {
    endpoint.drain();
    awaitIdle(options.drain().toNanos());
    endpoint.release();
    // The JDK's server swallows an interrupt while it stops, and then does not wait.
    boolean interrupted = Thread.interrupted();
    open.forEach(JdkCall::abort);
    server.stop(0);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    beat.remove();
    log.info("Stopped serving MCP at {}", uri);
  }

  private void awaitIdle(long nanos) {
    long left = nanos;
    lock.lock();
    try {
      while (!open.isEmpty() && left > 0) {
        left = idle.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void awaitStop() throws InterruptedException {
    end.await();
  }
}
