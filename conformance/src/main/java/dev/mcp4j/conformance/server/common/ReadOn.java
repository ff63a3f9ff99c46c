/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.common;

import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads streams up to a point. */
public final class ReadOn {
  private ReadOn() {}

  /**
   * Reads all that comes within a time.
   *
   * @param stream where to read
   * @param time how long
   * @return what came
   */
  public static List<Reply.Message> during(MessageStream stream, Duration time) {
    List<Reply.Message> came = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    while (!stream.isOver()) {
      Optional<Reply.Message> next = stream.next(Duration.ofNanos(end - System.nanoTime()));
      if (next.isEmpty()) {
        break;
      }
      came.add(next.get());
    }
    return came;
  }

  /**
   * Reads until a message that is looked for.
   *
   * @param stream where to read
   * @param timeout how long
   * @param wanted which message it is
   * @return the message, empty if it did not come in time
   */
  public static Optional<Reply.Message> until(
      MessageStream stream, Duration timeout, Predicate<Reply.Message> wanted) {
    long end = System.nanoTime() + timeout.toNanos();
    while (!stream.isOver()) {
      Optional<Reply.Message> next = stream.next(Duration.ofNanos(end - System.nanoTime()));
      if (next.isEmpty() || wanted.test(next.get())) {
        return next;
      }
    }
    return Optional.empty();
  }
}
