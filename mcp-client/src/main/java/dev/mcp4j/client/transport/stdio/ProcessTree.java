/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.client.transport.stdio;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * A process and those it launched, for ending them all. A process whose parent has exited can no
 * longer be found, so the tree is looked at before anything is ended.
 */
final class ProcessTree {
  private static final Duration POLL = Duration.ofMillis(10);

  /** How long the system may take to end a process that was killed. */
  private static final Duration KILL = Duration.ofSeconds(10);

  private final ProcessHandle root;
  private final Set<ProcessHandle> members = ConcurrentHashMap.newKeySet();

  ProcessTree(ProcessHandle root) {
    this.root = root;
    members.add(root);
  }

  private void remember() {
    root.descendants().forEach(members::add);
  }

  /**
   * Asks the process to exit, waits until it has, and {@linkplain #terminate terminates} what is
   * left of the tree. Each step takes at most the given time; an interrupt skips the waiting.
   */
  void end(Runnable request, Duration grace) {
    remember();
    request.run();
    boolean exited = awaitRoot(grace);
    if (!exited || !awaitAll(Duration.ZERO)) {
      terminate(grace);
    }
  }

  /**
   * Asks the processes to exit, then kills them. Each step takes at most the given time, but what
   * was killed is waited for.
   */
  void terminate(Duration grace) {
    remember();
    each(ProcessHandle::destroy);
    if (!awaitAll(grace)) {
      remember();
      each(ProcessHandle::destroyForcibly);
      // Only the root is certain to be collected: the others may have lost their parent.
      awaitAll(grace);
      awaitRoot(KILL);
    }
  }

  /** Waits for the process itself; false if it is still there. */
  boolean awaitRoot(Duration atMost) {
    return await(Set.of(root), atMost);
  }

  private boolean awaitAll(Duration atMost) {
    return await(members, atMost);
  }

  private void each(Predicate<ProcessHandle> action) {
    for (ProcessHandle member : members) {
      if (member.isAlive()) {
        var unused = action.test(member);
      }
    }
  }

  private static boolean await(Set<ProcessHandle> processes, Duration atMost) {
    long start = System.nanoTime();
    while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() - start >= atMost.toNanos() || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(POLL.toNanos());
    }
    return true;
  }
}
