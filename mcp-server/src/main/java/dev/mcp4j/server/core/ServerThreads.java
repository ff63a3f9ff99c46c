/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a server: virtual ones where the JDK has them, else two bounded pools of daemon
 * threads that grow when needed and shrink when idle.
 *
 * <p>Handlers have a pool of their own. What frees a handler, such as writing to a slow client or a
 * timeout, runs in the background and so never waits for one.
 */
public final class ServerThreads implements AutoCloseable {
  /** The most handlers that run at once on a JDK without virtual threads. */
  public static final int DEFAULT_HANDLERS = 1_100;

  private static final int BACKGROUND = 64;
  private static final long IDLE_SECONDS = 60;

  private final Executor handlers;
  private final Executor background;
  private final @Nullable ExecutorService ownHandlers;
  private final ExecutorService ownBackground;

  private ServerThreads(Executor handlers, @Nullable ExecutorService ownHandlers) {
    this.handlers = handlers;
    this.ownHandlers = ownHandlers;
    this.ownBackground = virtualOrPool("mcp4j-io-");
    this.background = limited(ownBackground, BACKGROUND);
  }

  /**
   * Makes the threads of a server nobody configured.
   *
   * @return threads to be closed with the server
   */
  public static ServerThreads create() {
    ExecutorService handlers = virtualOrPool("mcp4j-handler-");
    return new ServerThreads(limited(handlers, DEFAULT_HANDLERS), handlers);
  }

  /**
   * Makes the threads of a server whose handlers run where the user wants it.
   *
   * @param handlers runs handlers; stays open when the server closes
   * @return threads to be closed with the server
   */
  public static ServerThreads of(Executor handlers) {
    return new ServerThreads(Objects.requireNonNull(handlers, "handlers"), null);
  }

  private static ExecutorService virtualOrPool(String namePrefix) {
    ExecutorService virtual = VirtualThreads.executor(namePrefix);
    return virtual != null ? virtual : pool(namePrefix);
  }

  private static Executor limited(ExecutorService threads, int limit) {
    return threads instanceof ThreadPoolExecutor ? new BoundedExecutor(threads, limit) : threads;
  }

  private static ExecutorService pool(String namePrefix) {
    AtomicLong count = new AtomicLong();
    ThreadFactory factory =
        task -> {
          Thread thread = new Thread(null, task, namePrefix + count.getAndIncrement(), 0, false);
          thread.setDaemon(true);
          return thread;
        };
    return new ThreadPoolExecutor(
        0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory);
  }

  /**
   * Returns what runs handlers. They may block.
   *
   * @return the executor
   */
  public Executor handlers() {
    return handlers;
  }

  /**
   * Returns what runs short work that must not wait for handlers. It may block on a peer, for a
   * limited time.
   *
   * @return the executor
   */
  public Executor background() {
    return background;
  }

  /**
   * Tells whether handlers find no thread any more, now and later.
   *
   * @return true once these threads, or the executor of the user, have been shut down
   */
  public boolean isShutdown() {
    return ownBackground.isShutdown()
        || (handlers instanceof ExecutorService service && service.isShutdown());
  }

  /** Interrupts whatever still runs on threads of its own. Idempotent; does not wait. */
  @Override
  public void close() {
    if (ownHandlers != null) {
      var unused = ownHandlers.shutdownNow();
    }
    var unused = ownBackground.shutdownNow();
  }
}
