/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.transport.HttpOptions;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP client of a transport with its threads. A client the application brought along stays as
 * it is.
 */
public final class HttpConnections implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpConnections.class);

  /** How the name of that thread ends in every JDK from 17 to 25. */
  private static final String SELECTOR = "-SelectorManager";

  private static final Duration TERMINATION = Duration.ofSeconds(1);

  /** Both are there from JDK 21 on. Before, an unreferenced client is ended by the collector. */
  private static final @Nullable MethodHandle SHUTDOWN_NOW =
      find("shutdownNow", MethodType.methodType(void.class));

  private static final @Nullable MethodHandle AWAIT_TERMINATION =
      find("awaitTermination", MethodType.methodType(boolean.class, Duration.class));

  private final ThreadPoolExecutor executor = newExecutor();
  private final boolean owned;
  private volatile @Nullable HttpClient client;

  private HttpConnections(HttpOptions options) {
    HttpClient given = options.httpClient();
    owned = given == null;
    client =
        given != null
            ? given
            : HttpClient.newBuilder()
                .executor(isCleartext(options.uri()) ? this::runHere : executor)
                .connectTimeout(options.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
  }

  /** Whether there is no TLS, and so neither HTTP/2 to agree on nor anything to decrypt. */
  static boolean isCleartext(URI uri) {
    return !"https".equalsIgnoreCase(uri.getScheme());
  }

  /**
   * Leaves on the selector's thread what comes from there, which costs half of handing it on; the
   * exchanges only put down what arrives. The rest comes from callers and may look up a name.
   */
  private void runHere(Runnable task) {
    if (Thread.currentThread().getName().endsWith(SELECTOR)) {
      task.run();
    } else {
      executor.execute(task);
    }
  }

  /**
   * Makes the connections of a transport.
   *
   * @param options how to connect
   * @return the connections
   */
  public static HttpConnections of(HttpOptions options) {
    return new HttpConnections(options);
  }

  /**
   * Returns the client.
   *
   * @return the client
   * @throws TransportException if it is closed
   */
  public HttpClient client() {
    HttpClient current = client;
    if (current == null) {
      throw new TransportException("the client is closed", null);
    }
    return current;
  }

  /**
   * Returns what runs the work of the client.
   *
   * @return the executor
   */
  public Executor executor() {
    return executor;
  }

  @Override
  public void close() {
    HttpClient last = client;
    client = null;
    if (owned && last != null && SHUTDOWN_NOW != null && AWAIT_TERMINATION != null) {
      try {
        SHUTDOWN_NOW.invoke(last);
        boolean unused = (boolean) AWAIT_TERMINATION.invoke(last, TERMINATION);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (Throwable e) {
        log.debug("the HTTP client could not be shut down", e);
      }
    }
    executor.shutdown();
  }

  private static ThreadPoolExecutor newExecutor() {
    AtomicLong count = new AtomicLong();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, "mcp-http-" + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        },
        // After close(), the HTTP client may still have something to clean up.
        (work, full) -> work.run());
  }

  private static @Nullable MethodHandle find(String name, MethodType type) {
    try {
      return MethodHandles.publicLookup().findVirtual(HttpClient.class, name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
