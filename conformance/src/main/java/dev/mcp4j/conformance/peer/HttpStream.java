/*
 * Copyright 2026 The mcp4j authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.mcp4j.conformance.peer;

import dev.mcp4j.conformance.wire.Bytes;
import dev.mcp4j.conformance.wire.EventParser;
import dev.mcp4j.conformance.wire.HttpConnection;
import dev.mcp4j.conformance.wire.HttpHead;
import dev.mcp4j.conformance.wire.HttpRequest;
import dev.mcp4j.conformance.wire.Recorder;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The response to one POST, read as it comes. */
final class HttpStream implements MessageStream {
  private static final Duration END_OF_STREAM = Duration.ofMillis(300);

  private final Ask ask;
  private final HttpConnection connection;
  private final Duration patience;
  private final Recorder recorder;
  private final List<Reply.Message> messages = new ArrayList<>();
  private final List<EventParser.Event> seen = new ArrayList<>();
  private @Nullable HttpHead head;
  private @Nullable EventParser events;
  private String trouble = "";
  private Reply.Ending ending = Reply.Ending.TIMED_OUT;
  private boolean over;

  HttpStream(Ask ask, HttpConnection connection, Duration patience, Recorder recorder) {
    this.ask = ask;
    this.connection = connection;
    this.patience = patience;
    this.recorder = recorder;
  }

  void send(HttpRequest request) {
    try {
      connection.send(request, ask.cuts());
    } catch (IOException e) {
      // The peer may have answered before it read everything; reading will tell.
      recorder.note(connection.number(), "sending failed: " + e.getMessage());
    }
  }

  @Override
  public Reply readAll() {
    long end = System.nanoTime() + patience.toNanos();
    while (!over && soFar().response().isEmpty()) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      if (left.isNegative() || (next(left).isEmpty() && !over)) {
        break;
      }
    }
    if (!over && soFar().response().isPresent()) {
      ending = Reply.Ending.STILL_OPEN;
      long soon = System.nanoTime() + END_OF_STREAM.toNanos();
      while (!over && System.nanoTime() < soon) {
        next(Duration.ofNanos(soon - System.nanoTime()));
      }
    }
    return soFar();
  }

  @Override
  public Optional<Reply.Message> next(Duration timeout) {
    long end = System.nanoTime() + timeout.toNanos();
    try {
      while (!over
          && (connection.isBodyOver()
              || connection.awaitInput(Duration.ofNanos(end - System.nanoTime())))) {
        connection.within(patience);
        Optional<Bytes> data = head == null ? begin() : advance();
        if (data.isPresent()) {
          Reply.Message message = Reply.Message.of(data.get());
          messages.add(message);
          return Optional.of(message);
        }
      }
    } catch (IOException e) {
      trouble = String.valueOf(e.getMessage());
      over = true;
      ending = soFar().response().isPresent() ? Reply.Ending.COMPLETE : Reply.Ending.BROKEN;
    }
    return Optional.empty();
  }

  private Optional<Bytes> begin() throws IOException {
    HttpHead read = connection.readHead();
    head = read;
    InputStream body = connection.body(read, ask.verb());
    if (read.mediaType().equals("text/event-stream")) {
      events = new EventParser(body);
      return Optional.empty();
    }
    Bytes bytes = Bytes.of(body.readAllBytes());
    finish();
    return bytes.isEmpty() ? Optional.empty() : Optional.of(bytes);
  }

  private Optional<Bytes> advance() throws IOException {
    if (events == null) {
      return Optional.empty();
    }
    Optional<EventParser.Event> event = events.advance();
    event.ifPresent(seen::add);
    if (events.isOver()) {
      finish();
    }
    // An event without data is none for whoever reads messages.
    return event.map(EventParser.Event::data).filter(data -> !data.isEmpty());
  }

  private void finish() {
    over = true;
    ending =
        soFar().response().isPresent() || events == null
            ? Reply.Ending.COMPLETE
            : Reply.Ending.NO_RESPONSE;
  }

  @Override
  public boolean isOver() {
    return over;
  }

  @Override
  public Reply soFar() {
    return new Reply(ask, Optional.ofNullable(head), messages, ending, trouble, seen);
  }

  @Override
  public void close() {
    connection.close();
    over = true;
  }
}
