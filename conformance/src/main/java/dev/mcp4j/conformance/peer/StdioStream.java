/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.json.Json;
import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.ProcessConnection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The messages for one request among all that a process writes. */
final class StdioStream implements MessageStream {
  private static final Duration BRIEFLY = Duration.ofMillis(200);
  private static final String SUBSCRIPTION = "io.modelcontextprotocol/subscriptionId";

  private final Ask ask;
  private final ProcessConnection process;
  private final StdioServer server;
  private final List<Reply.Message> messages = new ArrayList<>();
  private int index;
  private boolean answered;

  StdioStream(Ask ask, ProcessConnection process, StdioServer server) {
    this.ask = ask;
    this.process = process;
    this.server = server;
    server.strayLines(process).forEach(line -> messages.add(Reply.Message.of(line)));
    this.index = process.size();
  }

  @Override
  public Reply readAll() {
    readFor(server.patience());
    return soFar();
  }

  /** Reads for a moment, where no response is expected. */
  Reply readBriefly() {
    readFor(BRIEFLY);
    return soFar();
  }

  private void readFor(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (!isOver()) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isNegative() || next(left).isEmpty()) {
        return;
      }
    }
  }

  @Override
  public Optional<Reply.Message> next(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    while (true) {
      Optional<Bytes> line =
          process.line(index, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
      if (line.isEmpty()) {
        return Optional.empty();
      }
      Reply.Message message = server.message(index, line.get());
      index++;
      server.looked(index);
      if (concerns(message)) {
        answered |= message.isResponse();
        messages.add(message);
        return Optional.of(message);
      }
    }
  }

  /**
   * A response to another request, or a notification for one, is not meant; a response with an id
   * that nobody used is.
   */
  private boolean concerns(Reply.Message message) {
    JsonNode node = message.node();
    if (message.isResponse()) {
      JsonNode id = node.path("id");
      if (id.isMissingNode() || id.isNull()) {
        boolean late = server.excuses();
        return !late || !ask.isReadable();
      }
      return same(id, ask.id()) || !server.used(id);
    }
    JsonNode token = node.path("params").path("progressToken");
    if (!token.isMissingNode()) {
      return same(token, Optional.ofNullable(ask.meta().get("progressToken")));
    }
    JsonNode subscription = node.path("params").path("_meta").path(SUBSCRIPTION);
    return subscription.isMissingNode() || same(subscription, ask.id());
  }

  private static boolean same(JsonNode one, Optional<JsonNode> other) {
    return other.isPresent() && Json.same(one, other.get());
  }

  @Override
  public boolean isOver() {
    return answered || (process.isOver() && index >= process.size());
  }

  @Override
  public Reply soFar() {
    Reply.Ending ending =
        answered
            ? Reply.Ending.COMPLETE
            : process.isOver() ? Reply.Ending.BROKEN : Reply.Ending.TIMED_OUT;
    String trouble = ending == Reply.Ending.BROKEN ? "the process ended its output" : "";
    return new Reply(ask, Optional.empty(), messages, ending, trouble);
  }

  @Override
  public void close() {
    if (!isOver() && ask.id().isPresent()) {
      Ask cancel = Ask.notification("notifications/cancelled").param("requestId", ask.id().get());
      server.write(process, StdioServer.line(cancel.body()), cancel);
    }
  }
}
