/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.http;

import dev.mcp4j.client.TransportException;
import dev.mcp4j.client.auth.Authorizer;
import dev.mcp4j.client.core.Threads;
import dev.mcp4j.client.transport.HttpOptions;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP client of a transport with its threads. A client the application brought along stays as
 * it is.
 *
 * <p>Without TLS, the callbacks of the client run on the thread of its selector: they only put down
 * what arrives, and to hand that on would cost more than the rest of a request.
 */
public final class HttpConnections implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpConnections.class);

  private static final Duration TERMINATION = Duration.ofSeconds(1);

  /** Both are there from JDK 21 on. Before, an unreferenced client is ended by the collector. */
  private static final @Nullable MethodHandle SHUTDOWN_NOW =
      find("shutdownNow", MethodType.methodType(void.class));

  private static final @Nullable MethodHandle AWAIT_TERMINATION =
      find("awaitTermination", MethodType.methodType(boolean.class, Duration.class));

  private final ExecutorService executor = Threads.newExecutor("mcp-http-");
  private final boolean owned;
  private final @Nullable AuthorizedSender authorized;
  private volatile @Nullable HttpClient client;

  private HttpConnections(HttpOptions options) {
    HttpClient given = options.httpClient();
    owned = given == null;
    Authorizer authorizer = options.authorizer();
    authorized = authorizer == null ? null : new AuthorizedSender(authorizer);
    client =
        given != null
            ? given
            : HttpClient.newBuilder()
                .executor(isCleartext(options.uri()) ? Runnable::run : this::execute)
                .connectTimeout(options.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
  }

  /** Whether there is no TLS, and so neither HTTP/2 to agree on nor anything to decrypt. */
  static boolean isCleartext(URI uri) {
    return !"https".equalsIgnoreCase(uri.getScheme());
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
   * @return the executor; after {@link #close()} it uses the thread it is called by
   */
  public Executor executor() {
    return this::execute;
  }

  /**
   * Sends a request, with the credentials of the options' authorizer if they have one. Does not
   * block.
   *
   * @param request the request
   * @param handler takes the response; must not block
   * @param onFailure takes the reason why there is no response
   * @return a handle whose cancellation gives the request up, as long as the response has not begun
   * @throws TransportException if the client is closed
   */
  public Future<?> send(
      HttpRequest request, BodyHandler<Void> handler, Consumer<Throwable> onFailure) {
    HttpClient sender = client();
    // sendAsync would end each request in the common pool, on few processors with a new thread.
    FutureTask<?> sending =
        new FutureTask<>(
            () -> {
              try {
                exchange(sender, request, handler);
              } catch (IOException | InterruptedException | RuntimeException e) {
                onFailure.accept(e);
              }
              return null;
            });
    try {
      executor.execute(sending);
    } catch (RejectedExecutionException e) {
      throw new TransportException("the client is closed", e);
    }
    return sending;
  }

  private void exchange(HttpClient sender, HttpRequest request, BodyHandler<Void> handler)
      throws IOException, InterruptedException {
    if (authorized == null) {
      var unused = sender.send(request, handler);
    } else {
      authorized.send(sender, request, handler);
    }
  }

  private void execute(Runnable task) {
    try {
      executor.execute(task);
    } catch (RejectedExecutionException e) {
      task.run();
    }
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

  private static @Nullable MethodHandle find(String name, MethodType type) {
    try {
      return MethodHandles.publicLookup().findVirtual(HttpClient.class, name, type);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      return null;
    }
  }
}
