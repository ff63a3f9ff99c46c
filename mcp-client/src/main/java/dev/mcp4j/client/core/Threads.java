/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.core;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The threads of the client: virtual ones where the JDK has them. */
public final class Threads {
  private Threads() {}

  /**
   * Makes what runs every task at once, on a thread of its own.
   *
   * @param name how the names of the threads begin
   * @return the executor, whose idle threads end and keep no program from ending
   */
  public static ExecutorService newExecutor(String name) {
    ExecutorService virtual = virtualThreads(name);
    return virtual == null ? platformThreads(name) : virtual;
  }

  private static ExecutorService platformThreads(String name) {
    AtomicLong count = new AtomicLong();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        10,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> {
          Thread thread = new Thread(work, name + count.incrementAndGet());
          thread.setDaemon(true);
          return thread;
        });
  }

  private static @Nullable ExecutorService virtualThreads(String name) {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      Lookup lookup = MethodHandles.publicLookup();
      Object made =
          lookup.findStatic(Thread.class, "ofVirtual", MethodType.methodType(ofVirtual)).invoke();
      made =
          lookup
              .findVirtual(
                  ofVirtual, "name", MethodType.methodType(ofVirtual, String.class, long.class))
              .invoke(made, name, 1L);
      made =
          lookup
              .findVirtual(
                  ofVirtual,
                  "inheritInheritableThreadLocals",
                  MethodType.methodType(ofVirtual, boolean.class))
              .invoke(made, false);
      ThreadFactory factory =
          (ThreadFactory)
              lookup
                  .findVirtual(builder, "factory", MethodType.methodType(ThreadFactory.class))
                  .invoke(made);
      return (ExecutorService)
          lookup
              .findStatic(
                  Executors.class,
                  "newThreadPerTaskExecutor",
                  MethodType.methodType(ExecutorService.class, ThreadFactory.class))
              .invoke(factory);
    } catch (Throwable e) {
      return null;
    }
  }
}
