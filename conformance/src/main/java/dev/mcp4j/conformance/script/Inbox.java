/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.script;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a scripted server has received, in order. Safe for use by several threads. */
public final class Inbox {
  private final List<Asked> messages = new ArrayList<>();

  Inbox() {}

  synchronized void add(Asked asked) {
    asked.arrived();
    messages.add(asked);
    notifyAll();
  }

  /**
   * Returns all messages so far.
   *
   * @return a copy
   */
  public synchronized List<Asked> all() {
    return List.copyOf(messages);
  }

  /**
   * Returns all messages of a method so far.
   *
   * @param method the method
   * @return a copy
   */
  public List<Asked> all(String method) {
    return all().stream().filter(asked -> asked.is(method)).toList();
  }

  /**
   * Waits until there are so many messages of a kind.
   *
   * @param kind which messages
   * @param count how many
   * @param timeout how long
   * @return those that came, perhaps fewer
   */
  public synchronized List<Asked> await(Predicate<Asked> kind, int count, Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      List<Asked> found = messages.stream().filter(kind).toList();
      long left = (end - System.nanoTime()) / 1_000_000;
      if (found.size() >= count || left <= 0) {
        return found;
      }
      try {
        wait(left);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return found;
      }
    }
  }

  /**
   * Waits for the first message of a kind.
   *
   * @param kind which messages
   * @param timeout how long
   * @return the message, empty if none came
   */
  public Optional<Asked> await(Predicate<Asked> kind, Duration timeout) {
    return await(kind, 1, timeout).stream().findFirst();
  }
}
