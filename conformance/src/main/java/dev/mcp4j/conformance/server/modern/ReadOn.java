/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.server.modern;

import dev.mcp4j.conformance.peer.MessageStream;
import dev.mcp4j.conformance.peer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads streams up to a point. */
final class ReadOn {
  private ReadOn() {}

  /** Reads all that comes within a time. */
  static List<Reply.Message> during(MessageStream stream, Duration time) {
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

  /** Reads until a message that is looked for. */
  static Optional<Reply.Message> until(
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
