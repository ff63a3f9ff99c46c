/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.server.core;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Reaches virtual threads, which the JDKs this code is compiled for do not all have. */
final class VirtualThreads {
  private VirtualThreads() {}

  /** Returns an executor with a virtual thread for each task, or null before JDK 21. */
  static @Nullable ExecutorService executor(String namePrefix) {
    try {
      Class<?> builder = Class.forName("java.lang.Thread$Builder");
      Class<?> ofVirtual = Class.forName("java.lang.Thread$Builder$OfVirtual");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Object threads = lookup.findStatic(Thread.class, "ofVirtual", methodType(ofVirtual)).invoke();
      threads =
          lookup
              .findVirtual(ofVirtual, "name", methodType(ofVirtual, String.class, long.class))
              .invoke(threads, namePrefix, 0L);
      threads =
          lookup
              .findVirtual(
                  ofVirtual, "inheritInheritableThreadLocals", methodType(ofVirtual, boolean.class))
              .invoke(threads, false);
      ThreadFactory factory =
          (ThreadFactory)
              lookup
                  .findVirtual(builder, "factory", methodType(ThreadFactory.class))
                  .invoke(threads);
      return (ExecutorService)
          lookup
              .findStatic(
                  Executors.class,
                  "newThreadPerTaskExecutor",
                  methodType(ExecutorService.class, ThreadFactory.class))
              .invoke(factory);
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
      return null;
    } catch (Throwable e) {
      throw new IllegalStateException("virtual threads cannot be started", e);
    }
  }
}
